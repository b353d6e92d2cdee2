import { isIPv4 } from 'node:net'

/**
 * The names that an authority may vouch for, as its certificate's extension (RFC 5280, 4.2.1.10). A phone that trusts the plant's
 * authority trusts it for the plant's own names only: whoever stole its key could not pose as anybody's bank.
 */
export const nameConstraintsOid = '2.5.29.30'

/** Addresses that never leave a site: loopback, the private ranges of RFC 1918, link-local, and their kind in IPv6. */
const privateRanges: readonly (readonly number[])[] = [
  [127, 0, 0, 0, 255, 0, 0, 0],
  [10, 0, 0, 0, 255, 0, 0, 0],
  [172, 16, 0, 0, 255, 240, 0, 0],
  [192, 168, 0, 0, 255, 255, 0, 0],
  [169, 254, 0, 0, 255, 255, 0, 0],
  [...Array.from({ length: 15 }, () => 0), 1, ...Array.from({ length: 16 }, () => 255)],
  [0xfc, ...Array.from({ length: 15 }, () => 0), 0xfe, ...Array.from({ length: 15 }, () => 0)],
]

export const encodeNameConstraints = (names: readonly string[]): Uint8Array<ArrayBuffer> => {
  const addresses = names
    .filter((name) => isIPv4(name))
    .map((name) => [...name.split('.').map(Number), 255, 255, 255, 255])
  const domains = names.filter((name) => !isIPv4(name))
  const subtrees = [
    ...domains.map((name) => element(0x82, Buffer.from(name, 'ascii'))),
    ...[...privateRanges, ...addresses].map((range) => element(0x87, Buffer.from(range))),
  ].map((name) => element(0x30, name))
  return new Uint8Array(element(0x30, element(0xa0, Buffer.concat(subtrees))))
}

/** One DER element; lengths up to 65 535 bytes. */
const element = (tag: number, content: Buffer): Buffer => {
  const length = content.length
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

/** Whether an authority made for those names covers this one: itself, a name below it, or an address that never leaves the site. */
export const isCovered = (name: string, names: readonly string[]): boolean => {
  if (names.some((one) => name === one || name.endsWith(`.${one}`))) return true
  if (name === '::1') return true
  if (!isIPv4(name)) return false
  const bytes = name.split('.').map(Number)
  return privateRanges.some(
    (range) => range.length === 8 && bytes.every((byte, at) => (byte & (range[at + 4] ?? 0)) === range[at]),
  )
}

/**
 * The checksum at the end of an HJ 212 frame, over its data segment. It looks like Modbus and is none: the register is shifted before
 * the byte goes in, so that libraries for Modbus compute another value and every frame would be thrown away.
 */
export const hj212Checksum = (dataSegment: string): string => {
  let register = 0xffff
  for (const byte of new TextEncoder().encode(dataSegment)) {
    register = (register >> 8) ^ byte
    for (let bit = 0; bit < 8; bit++) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
  }
  return register.toString(16).toUpperCase().padStart(4, '0')
}

import { hostname, networkInterfaces } from 'node:os'

/** What this machine is called from itself and from its network. */
export const ownNames = (): readonly string[] => {
  const name = hostname().toLowerCase()
  // Only what DNS allows: a name with an underscore or Chinese in it makes a certificate that nobody accepts.
  const names = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name)
    ? [name, ...(name.includes('.') ? [] : [`${name}.local`])]
    : []
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return [...new Set([...names, 'localhost', '127.0.0.1', '::1', ...addresses])]
}

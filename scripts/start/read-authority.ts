import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The authority that `npm run tls` made, for the page that installs it; a plant with certificates of its own has none. */
export const readAuthority = (dataDir: string): { readonly authority?: string } => {
  const file = join(dataDir, 'tls', 'ca.crt')
  return existsSync(file) ? { authority: readFileSync(file, 'utf8') } : {}
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { createAuthority, createServerCertificate } from './certificates.ts'
import type { Pair } from './certificates.ts'
import { isCovered } from './name-constraints.ts'

export type Made = {
  readonly certificateFile: string
  readonly keyFile: string
  readonly authorityFile: string
  readonly isNewAuthority: boolean
}

/** A new server certificate from the plant's own authority, which is made once and kept, so that phones install it once. */
export const makeCertificates = async (folder: string, names: readonly string[], now: Date): Promise<Made> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = (name: string): string => join(folder, name)
  const isNewAuthority = !existsSync(file('ca.key'))
  if (isNewAuthority) {
    write(file('ca.crt'), file('ca.key'), await createAuthority(names, now))
    writeFileSync(file('ca-names.json'), JSON.stringify(names))
  }
  const covered = JSON.parse(readFileSync(file('ca-names.json'), 'utf8')) as readonly string[]
  const foreign = names.filter((name) => !isCovered(name, covered))
  if (foreign.length > 0)
    throw new Error(
      `现有根证书不能为 ${foreign.join(', ')} 作证：删除 ${folder} 后重新生成，手机须重新安装 · The authority may not vouch for ${foreign.join(', ')}: ` +
        `delete ${folder} and run this again; phones must then install the new one`,
    )
  const authority = { certificate: readFileSync(file('ca.crt'), 'utf8'), key: readFileSync(file('ca.key'), 'utf8') }
  write(file('server.crt'), file('server.key'), await createServerCertificate(authority, names, now))
  return {
    certificateFile: file('server.crt'),
    keyFile: file('server.key'),
    authorityFile: file('ca.crt'),
    isNewAuthority,
  }
}

const write = (certificateFile: string, keyFile: string, { certificate, key }: Pair): void => {
  writeFileSync(keyFile, `${key}\n`, { mode: 0o600 })
  writeFileSync(certificateFile, `${certificate}\n`, { mode: 0o644 })
}

import { join } from 'node:path'

import { projectFolder } from './project-folder.ts'
import { parseOptions } from './start/options.ts'
import { makeCertificates } from './tls/make-certificates.ts'
import { ownNames } from './tls/own-names.ts'

// npm run tls [-- NAME …]: a local authority and a server certificate, because phones give camera and position to HTTPS pages only.
const { TLS_CERT: _certificate, TLS_KEY: _key, ...environment } = process.env
const parsed = parseOptions(environment, projectFolder)

const run = async (): Promise<void> => {
  if (!parsed.ok) throw new Error(parsed.sentences.join('\n'))
  const { dataDir, port } = parsed.options
  const names = [...new Set([...process.argv.slice(2).map((name) => name.toLowerCase()), ...ownNames()])]
  const made = await makeCertificates(join(dataDir, 'tls'), names, new Date())
  const address = names.find((name) => /^\d+\./.test(name) && !name.startsWith('127.')) ?? names[0]
  console.log(`证书适用于 · The certificate is good for: ${names.join(', ')}`)
  console.log(
    made.isNewAuthority
      ? '已生成新的根证书 · A new authority was made'
      : '沿用已有的根证书 · The existing authority was kept',
  )
  console.log(
    `\n启动 · Start with:\n\n  HOST=0.0.0.0 TLS_CERT=${quoted(made.certificateFile)} TLS_KEY=${quoted(made.keyFile)} npm start\n`,
  )
  console.log(
    `手机首次使用，先打开此页安装根证书 · On each phone, first open this page to install the authority:\n\n  https://${address}:${port}/tls\n`,
  )
  console.log(
    `ca.key 请勿外传；服务器证书 397 天后到期，重新运行本命令即可 · Keep ca.key to yourself; run this again within 397 days to renew`,
  )
}

const quoted = (file: string): string => (/^[\w./:\\-]+$/.test(file) ? file : `'${file}'`)

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

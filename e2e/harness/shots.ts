import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const failuresFolder = join(import.meta.dirname, '..', 'failures')

/** Pictures worth looking at are kept only when SHOTS names a folder; those of a failure always are. */
export const keepShot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SHOTS']
  if (folder !== undefined && folder !== '') await shoot(page, folder, name)
}

export const keepFailure = (page: Page, name: string): Promise<string> => shoot(page, failuresFolder, name)

const shoot = async (page: Page, folder: string, name: string): Promise<string> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${toFileName(name)}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  return path
}

const toFileName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120)

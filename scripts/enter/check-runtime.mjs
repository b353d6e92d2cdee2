import { runtimeVersion } from './platform.mjs'
import { words } from './words.mjs'

// Loaded before every command: a Node that merely looks like the pinned one must not run with our data.
if (process.versions.node !== runtimeVersion) {
  console.error(words.otherRuntime(process.versions.node, runtimeVersion))
  process.exit(1)
}

// The words of the entrance, before anything is installed: Chinese and English on one line, because nothing is known yet of
// who reads them.

export const words = {
  installing: '正在安装依赖 · Installing packages …',
  installed: (/** @type {number} */ seconds) => `依赖已就绪（${seconds} 秒）· Packages ready (${seconds} s)`,
  installFailed: (/** @type {string} */ why) =>
    `安装依赖失败（${why}）：请检查网络和 npm 设置后重试 · npm ci failed (${why}): check the network and npm's settings, then try again`,
  nodeTooOld: (/** @type {string} */ version) =>
    `需要 Node 20 或更新版本，当前为 ${version} · Node 20 or newer is needed, this is ${version}`,
  noSuchCommand: (/** @type {string} */ command, /** @type {readonly string[]} */ commands) =>
    `没有命令“${command}”，可用的有 · There is no command "${command}"; there are: ${commands.join(', ')}`,
  noRuntime: (/** @type {string} */ platform, /** @type {readonly string[]} */ supported) =>
    `${platform} 没有固定版本的运行时，支持 · There is no pinned runtime for ${platform}; supported are: ${supported.join(', ')}`,
  otherRuntime: (/** @type {string} */ found, /** @type {string} */ wanted) =>
    `应使用 Node ${wanted}，实际安装了 ${found}：请删除 node_modules 后重试 · ` +
    `Node ${wanted} is needed and ${found} is installed: delete node_modules and try again`,
  runtimeDoesNotRun: (/** @type {string} */ file, /** @type {string} */ why) =>
    `固定的运行时无法在本机运行（${why}）：${file} 需要 glibc（Alpine 等 musl 系统不支持）· ` +
    `The pinned runtime does not run here (${why}): ${file} needs glibc, which musl systems such as Alpine lack`,
}

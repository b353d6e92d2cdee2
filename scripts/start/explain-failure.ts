/** What went wrong at the start, as a sentence with the remedy where there is one that everybody needs. */
export const explainFailure = (
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
): string => {
  if (!(error instanceof Error)) return String(error)
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 指定另一个端口 · Port ${port} is in use: end the program that has it, or set PORT to another one`
    case 'EACCES':
      return `无权使用端口 ${port} 或所需的文件（${error.message}）· Port ${port} or a file is not permitted (${error.message})`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `本机没有地址 ${host}：请检查 HOST · This machine has no address ${host}: check HOST`
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
      return `无法连接数据库：请检查 DATABASE_URL（${error.message}）· The database cannot be reached: check DATABASE_URL (${error.message})`
    default:
      return error.message
  }
}

import { networkInterfaces } from 'node:os'

import { demoAccounts, demoPassword, demoPin } from '#demo/accounts.ts'
import { southPlant } from '#demo/load-plant.ts'

import type { StartOptions } from './options.ts'
import type { Simulator } from './simulators.ts'

/** The addresses and accounts that a newcomer needs, in both languages. */
export const announce = (options: StartOptions, simulators: readonly Simulator[], setupCode: string | null): void => {
  const [url = '', ...others] = addressesOf(options)
  const lines = [
    ['办公端 desk', `${url}/`],
    ['现场端 field', `${url}/field`],
    ['承包商 contractor', `${url}/contractor`],
    ['停工页 stop page', `${url}/stop`],
    ['接口 API', `${url}/api/openapi.json`],
    ...others.map((other) => ['局域网 network', `${other}/`]),
    ...simulators.map(({ name, url: address }) => [`模拟系统 simulator ${name}`, address]),
    ['数据 data', options.dataDir],
  ]
  console.log(`\n${lines.map(([name = '', value = '']) => `  ${padded(name, 24)}${value}`).join('\n')}`)
  if (options.hasDemo) announceAccounts()
  if (setupCode !== null) announceSetup(url, setupCode)
  console.log('\n  Ctrl-C 停止 · Ctrl-C ends it\n')
}

/** An empty installation belongs to whoever can read its console. */
const announceSetup = (url: string, code: string): void => {
  console.log(
    `\n  还没有工厂。请打开 ${url}/ 并输入安装码建立管理员 · No plant yet. Open ${url}/ and set it up with this code`,
  )
  console.log(`    安装码 setup code: ${code.slice(0, 4)}-${code.slice(4)}`)
}

const announceAccounts = (): void => {
  console.log(`\n  演示账号 demo accounts（密码 password: ${demoPassword}）`)
  for (const { login, zh, en } of demoAccounts) console.log(`    ${login.padEnd(14)}${zh} · ${en}`)
  console.log(`    审批人的签到密码 the approvers' PIN: ${demoPin}`)
  console.log(`    同一账号也可登录南厂 the same in the second plant: "plant": "${southPlant}"`)
}

/** A Chinese character is two columns wide. */
const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(1, columns - Array.from(text).reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)))

/** Bound to every interface, the machine's own addresses are what a phone must type. */
const addressesOf = ({ host, port, tls }: StartOptions): readonly string[] => {
  const scheme = tls ? 'https' : 'http'
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const network = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  const hosts = isEverywhere ? ['localhost', ...network] : [host.includes(':') ? `[${host}]` : host]
  return hosts.map((name) => `${scheme}://${name}:${port}`)
}

import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { paperZhCn } from '#core/messages/paper.zh-cn.ts'
import type { Text } from '#core/rulebook/grounds.ts'
import type { PrintedTicket } from '../contingency/emergency-tickets.ts'
import type { PermitPaper } from './permit-paper.ts'

export type Printer = {
  readonly print: (paper: PermitPaper) => Buffer
  /** Paper tickets for the day on which this server is down. */
  readonly printTickets: (paper: TicketsPaper) => Buffer
}

export type TicketsPaper = { readonly operation: Text; readonly tickets: readonly PrintedTicket[] }

const fontOf = (weight: string): string =>
  path.join(path.dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json'))), weight)

/** How many prints a page's pieces stay in the compiler's memory after they were last used. */
const cacheAgeMax = 8

/** One compiler for the life of the server: fonts and template are read once. What people wrote goes in as data, never as source. */
export const createPrinter = async (): Promise<Printer> => {
  const template = await readFile(new URL('permit.typ', import.meta.url), 'utf8')
  const tickets = await readFile(new URL('emergency-ticket.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({
    fontArgs: [
      {
        fontBlobs: [
          await readFile(fontOf('400Regular/NotoSansSC_400Regular.ttf')),
          await readFile(fontOf('700Bold/NotoSansSC_700Bold.ttf')),
        ],
      },
    ],
  })
  const print = (mainFileContent: string, paper: object): Buffer => {
    const pdf = compiler.pdf({ mainFileContent, inputs: { paper: JSON.stringify(paper) } })
    compiler.evictCache(cacheAgeMax)
    return pdf
  }
  return {
    print: (paper) => print(template, paper),
    printTickets: (paper) => print(tickets, { ...paper, words: paperZhCn.emergency }),
  }
}

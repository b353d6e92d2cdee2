import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { isoDate } from '#core/time/epoch.ts'
import { createRoster } from '#demo/roster.ts'
import { describeFile } from './describe-file.ts'
import { openLedgerFile } from './ledger-file.ts'
import { readSheet, type ReadRow } from './read-sheet.ts'
import { writeZip } from './zip-writer.ts'

type Cell = string | number | { readonly serial: number } | null
type Sheet = {
  readonly rows: readonly (readonly Cell[])[]
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly isHidden?: boolean
}

const people = createRoster().employees
const [one, two, three] = [people[0]!, people[1]!, people[2]!]
/** 2026-03-01 in the two ways in which workbooks count. */
const march = { 1900: 46_082, 1904: 44_620 }
const title = ['远桥精细化工特种作业人员花名册', null, null, null, null]
const upper = ['序号', '基本信息', null, null, '入职日期']
const lower = [null, '姓名', '身份证号', '联系电话', null]
const merges = ['A1:E1', 'A2:A3', 'B2:D2', 'E2:E3']
const row = (number: number, { name, idNumber, phone }: typeof one, hired: Cell, change: Partial<Row> = {}) => {
  const cells: Row = { number, name, id: idNumber, phone, hired, ...change }
  return [cells.number, cells.name, cells.id, cells.phone, cells.hired]
}
type Row = { number: Cell; name: Cell; id: Cell; phone: Cell; hired: Cell }

/** A roster as an office keeps it: a title, a header of two lines with joined cells, rows hidden, a total at the end. */
const roster: Sheet = {
  rows: [
    title,
    upper,
    lower,
    row(1, one, { serial: march[1900] }),
    row(2, two, '2026.3.1', { id: 4.4052e17 }),
    row(3, three, '2026-02-30', { phone: `${three.phone}/13900139000` }),
    row(4, people[3]!, '20260301'),
    ['合计', null, null, '共 4 人', null],
  ],
  merges,
  hiddenRows: [7],
}

describe('a workbook as a company keeps it', () => {
  test('is read by its header of two lines under a joined title', async () => {
    const [{ described }] = await readAll({ 花名册: roster })
    assert.ok(described.choice.kind === 'read', JSON.stringify(described.choice))
    const { firstHeaderRow, lastHeaderRow, mapping } = described.choice.reading
    assert.deepEqual([firstHeaderRow, lastHeaderRow], [2, 3])
    const fields = Object.values(mapping).flatMap((use) => ('field' in use ? [use.field] : []))
    assert.deepEqual(fields.toSorted(), ['hiredOn', 'idNumber', 'name', 'phone', 'sequence'])
  })

  test('gives one entry, and for each other row the reason why it is none', async () => {
    const [{ rows }] = await readAll({ 花名册: roster })
    assert.deepEqual(rows.map(outcomeOf), [
      [1, 'ignored', 'row-title'],
      [2, 'ignored', 'row-header'],
      [3, 'ignored', 'row-header'],
      [4, 'entry', one.name],
      [5, 'refused', 'id-number-scientific'],
      [6, 'refused', 'phone-several', 'date-impossible'],
      [7, 'ignored', 'row-hidden'],
      [8, 'ignored', 'row-total'],
    ])
    const [entry] = rows.flatMap((read) => (read.kind === 'entry' ? [read.entry] : []))
    assert.ok(entry?.kind === 'person')
    assert.deepEqual([entry.person.idNumber, entry.hiredOn], [one.idNumber, '2026-03-01'])
  })

  test('gives its hidden rows as well where somebody asks for them', async () => {
    const [{ rows }] = await readAll({ 花名册: roster }, { includeHidden: true })
    assert.deepEqual(outcomeOf(rows[6]!), [7, 'entry', people[3]!.name])
  })

  test('that counts its days from 1904 means other days', async () => {
    const sheet = { rows: [upper, lower, row(1, one, { serial: march[1904] })], merges: ['A1:A2', 'B1:D1', 'E1:E2'] }
    const [{ rows }] = await readAll({ 花名册: sheet }, { date1904: true })
    const [entry] = rows.flatMap((read) => (read.kind === 'entry' ? [read.entry] : []))
    assert.ok(entry?.kind === 'person')
    assert.equal(entry.hiredOn, '2026-03-01')
  })

  test('has its hidden sheet left out and told, never read in silence', async () => {
    const [shown, hidden] = await readAll({ 花名册: roster, 旧花名册: { ...roster, isHidden: true } })
    assert.equal(shown.described.choice.kind, 'read')
    const { choice } = hidden!.described
    assert.deepEqual([choice.kind, choice.kind === 'left-out' && choice.because.code], ['left-out', 'sheet-hidden'])
  })
})

const outcomeOf = (read: ReadRow): readonly unknown[] => {
  switch (read.kind) {
    case 'blank':
      return ['blank']
    case 'entry':
      return [read.row, 'entry', read.name]
    case 'settled':
      return [read.row, read.outcome, ...read.problems.map(({ code }) => code)]
  }
}

type Asked = { readonly includeHidden?: boolean; readonly date1904?: boolean }

/** Each sheet as it was recognised, and its rows as they were read. */
const readAll = async (
  sheets: { readonly [name: string]: Sheet },
  { includeHidden = false, date1904 = false }: Asked = {},
) => {
  const folder = await mkdtemp(join(tmpdir(), 'holdpoint-messy-'))
  const path = join(folder, '花名册.xlsx')
  try {
    await writeFile(path, await workbookOf(sheets, date1904))
    const file = await describeFile(path, '花名册.xlsx', { hash: '', bytes: 0 }, async () => undefined)
    const ledger = await openLedgerFile(path, '花名册.xlsx')
    const read = []
    for (const [at, described] of file.sheets.entries()) {
      const rules = { today: isoDate('2026-11-24'), dateSystem: ledger.dateSystem, isTyped: ledger.isTyped }
      const rows: ReadRow[] = []
      if (described.choice.kind === 'read') {
        const { reading } = described.choice
        for await (const batch of readSheet({ sheet: ledger.sheets[at]!, reading, includeHidden, rules }))
          rows.push(...batch)
      }
      read.push({ described, rows })
    }
    await ledger.close()
    return read as [(typeof read)[0], ...typeof read]
  } finally {
    await rm(folder, { recursive: true })
  }
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const workbookOf = async (sheets: { readonly [name: string]: Sheet }, date1904: boolean): Promise<Buffer> => {
  const names = Object.keys(sheets)
  const parts: { readonly [name: string]: string } = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${name}"${sheets[name]!.isHidden ? ' state="hidden"' : ''} r:id="r${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => `<Relationship Id="r${i}" Type="${relations}/worksheet" Target="worksheets/sheet${i}.xml"/>`)
      .join('')}<Relationship Id="s" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i}.xml`, worksheetOf(sheets[name]!)])),
  }
  const pieces: Buffer[] = []
  const entries = Object.entries(parts).map(([name, text]) => ({
    kind: 'new' as const,
    name,
    content: (async function* () {
      yield Buffer.from(text)
    })(),
  }))
  for await (const piece of writeZip(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const worksheetOf = ({ rows, merges: joined = [], hiddenRows = [] }: Sheet): string =>
  `<worksheet ${main}><sheetData>${rows
    .map((cells, i) => {
      const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : ''
      return `<row r="${i + 1}"${hidden}>${cells.map((cell, column) => cellOf(cell, `${'ABCDE'[column]}${i + 1}`)).join('')}</row>`
    })
    .join(
      '',
    )}</sheetData><mergeCells>${joined.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`

const cellOf = (cell: Cell, at: string): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
}

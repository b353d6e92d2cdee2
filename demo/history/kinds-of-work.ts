import { id, type OperationId } from '#core/ids.ts'
import type { FieldValue } from '#core/job/application.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import type { PositionKey } from '../plant-structure.ts'
import type { Random } from '../random.ts'

/**
 * What people of the plant do all day, one row a kind: another kind of work is another row. What a job then needs of permits,
 * papers and hold points is not said here; the rulebook says it.
 */
export type KindOfWork = {
  readonly operations: readonly OperationId[]
  readonly at: PlaceFacts['kind']
  /** How many permits the rulebook makes of it; a test holds the two together. */
  readonly permitCount: number
  /** Share among the kinds of work that are done in places of this kind. */
  readonly share: number
  readonly trade: PositionKey
  readonly duties: readonly string[]
  readonly contents: readonly string[]
  readonly details: readonly string[]
  readonly tools: string
  readonly fields: (place: PlaceFacts, random: Random) => { readonly [field: string]: FieldValue }
}

const hotWorkFields: KindOfWork['fields'] = ({ zone }, random) => ({
  'hot-work.method': random.pick(['arc-welding', 'gas-cutting', 'grinding', 'gas-welding']),
  'hot-work.shutdown-agreed': zone !== 'explosive' && random.chance(0.3),
})
const spaceFields =
  (activities: readonly string[]): KindOfWork['fields'] =>
  (_, random) => ({
    'confined-space.original-medium': '见设备台账',
    'confined-space.activity': random.pick(activities),
  })

export const kindsOfWork: readonly KindOfWork[] = [
  {
    operations: [id('hot-work')],
    at: 'area',
    permitCount: 1,
    share: 1,
    trade: 'welder',
    duties: ['welder'],
    contents: [
      '法兰更换焊接',
      '管道支架补焊',
      '管线配管焊接',
      '护栏修复焊接',
      '旧管线切割',
      '平台加固焊接',
      '伴热管焊接',
    ],
    details: ['一层东侧', '二层北侧', '管廊下方', '泵出口', '西侧平台', '检修口旁'],
    tools: '焊枪及工具',
    fields: hotWorkFields,
  },
  {
    operations: [id('hot-work')],
    at: 'confined-space',
    permitCount: 2,
    share: 0.55,
    trade: 'welder',
    duties: ['welder', 'entrant'],
    contents: ['内壁裂纹补焊', '搅拌器支座焊接', '人孔法兰更换焊接', '内盘管补焊'],
    details: ['人孔', '筒体下部', '封头内侧'],
    tools: '焊枪及工具',
    fields: (place, random) => ({
      ...hotWorkFields(place, random),
      ...spaceFields(['maintenance'])(place, random),
    }),
  },
  {
    operations: [id('confined-space')],
    at: 'confined-space',
    permitCount: 1,
    share: 0.45,
    trade: 'fitter',
    duties: ['entrant'],
    contents: ['内壁检查', '内件检修', '搅拌器检修', '液位计检修', '清理后检验'],
    details: ['人孔', '筒体', '底部'],
    tools: '照明及检修工具',
    fields: spaceFields(['inspection', 'maintenance']),
  },
]

/** One kind of work for a place of this kind, by the shares. */
export const drawKindOfWork = (at: PlaceFacts['kind'], random: Random): KindOfWork => {
  const kinds = kindsOfWork.filter((kind) => kind.at === at)
  let left = random.next() * kinds.reduce((sum, { share }) => sum + share, 0)
  const drawn = kinds.find(({ share }) => (left -= share) < 0) ?? kinds.at(-1)
  if (!drawn) throw new Error(`nobody works in a place of kind ${at}`)
  return drawn
}

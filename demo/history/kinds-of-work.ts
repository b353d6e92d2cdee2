import { id, type OperationId } from '#core/ids.ts'
import type { FieldValue } from '#core/job/application.ts'
import type { PlaceFacts } from '#core/job/facts.ts'
import { demoBlinds } from '../blinds.ts'
import type { PositionKey } from '../plant-structure.ts'
import type { Random } from '../random.ts'

/**
 * What people of the plant do all day, one row a kind: another kind of work is another row. What a job then needs of permits,
 * papers and hold points is not said here; the rulebook says it.
 */
export type KindOfWork = {
  readonly operations: readonly OperationId[]
  readonly at: PlaceFacts['kind']
  /** The only places where it is done; absent means all of that kind that are not reserved for other work. */
  readonly onlyIn?: readonly string[]
  /** How many permits the rulebook makes of it; a test holds the two together. */
  readonly permitCount: number
  /** Share among the kinds of work that are done in places of this kind. */
  readonly share: number
  /** Whom it takes; the first are those whose document may have lapsed. */
  readonly crew: readonly CrewPart[]
  readonly contents: readonly string[]
  readonly details: readonly string[]
  readonly tools: string
  readonly fields: (place: PlaceFacts, random: Random) => { readonly [field: string]: FieldValue }
}

/** So many people of one trade, with what they do in this work. */
export type CrewPart = {
  readonly trade: PositionKey
  readonly duties: readonly string[]
  readonly countMin: number
  readonly countMax: number
}

const oneOrTwo = (trade: PositionKey, ...duties: readonly string[]): CrewPart => ({
  trade,
  duties,
  countMin: 1,
  countMax: 2,
})
const one = (trade: PositionKey, ...duties: readonly string[]): CrewPart => ({
  trade,
  duties,
  countMin: 1,
  countMax: 1,
})

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

const roadFields = (reason: string) => ({
  'road-closing.reason': reason,
  'road-closing.section': '南环路，单侧占道',
  'road-closing.fire-engines-pass': true,
  'road-closing.without-sign-boards': false,
  'road-closing.has-warden': true,
  'road-closing.lamp-height-metres': 1.5,
  'road-closing.cross-work': true,
})

export const kindsOfWork: readonly KindOfWork[] = [
  {
    operations: [id('hot-work')],
    at: 'area',
    permitCount: 1,
    share: 0.55,
    crew: [oneOrTwo('welder', 'welder')],
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
    crew: [oneOrTwo('welder', 'welder', 'entrant')],
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
    crew: [oneOrTwo('fitter', 'entrant')],
    contents: ['内壁检查', '内件检修', '搅拌器检修', '液位计检修', '清理后检验'],
    details: ['人孔', '筒体', '底部'],
    tools: '照明及检修工具',
    fields: spaceFields(['inspection', 'maintenance']),
  },
  {
    operations: [id('work-at-height')],
    at: 'area',
    permitCount: 1,
    share: 0.15,
    crew: [oneOrTwo('scaffolder', 'scaffolder')],
    contents: ['脚手架搭设', '脚手架拆除', '保温层更换', '照明灯具更换', '平台护栏检查'],
    details: ['二层平台', '管架上部', '东侧立柱', '塔外壁'],
    tools: '安全带及工具袋',
    fields: (_, random) => ({
      'work-at-height.height-metres': random.pick([3, 4, 6, 8, 12, 18]),
      'work-at-height.b-factors': random.chance(0.2) ? ['slippery'] : [],
      'work-at-height.special-situations': [],
      'work-at-height.cross-work': true,
    }),
  },
  {
    operations: [id('lifting')],
    at: 'area',
    permitCount: 1,
    share: 0.1,
    crew: [one('rigger', 'commander'), one('crane-operator', 'crane-operator')],
    contents: ['换热器管束吊装', '机泵吊装更换', '管段吊装就位', '阀门组吊装'],
    details: ['西侧空地', '检修通道', '设备区外侧'],
    tools: '吊带及卸扣',
    fields: (_, random) => ({
      'lifting.mass-tonnes': random.pick([12, 16, 25, 32, 45, 60]),
      'lifting.load-content': random.pick(['换热器管束', '离心泵', '预制管段', '阀门组']),
      'lifting.rigging-name': '四肢钢丝绳索具',
      'lifting.is-difficult': random.chance(0.1),
      'lifting.crane-count': 1,
      'lifting.crane-load-percent': random.between(45, 85),
      'lifting.hazardous-neighbours': false,
      'lifting.near-overhead-lines': false,
      'lifting.on-road': false,
      'lifting.people-at-height': false,
      'lifting.cross-work': true,
    }),
  },
  {
    operations: [id('temporary-power')],
    at: 'area',
    permitCount: 1,
    share: 0.2,
    crew: [oneOrTwo('electrician', 'electrician')],
    contents: ['焊机临时接电', '检修照明接电', '潜水泵临时接电', '电动工具接电'],
    details: ['配电箱 3 号', '检修电源箱', '东侧电源箱'],
    tools: '接线工具',
    fields: (_, random) => ({
      'temporary-power.source-point': random.pick(['检修电源箱 JX-03，15 kW', '检修电源箱 JX-07，30 kW']),
      'temporary-power.voltage-volts': random.pick([36, 220, 380]),
      'temporary-power.equipment-and-power': random.pick(['逆变焊机 12 kW', '潜水泵 5.5 kW', '照明灯具 1 kW']),
      'temporary-power.special-case': false,
      'temporary-power.is-unavoidable': false,
      'temporary-power.cross-work': true,
    }),
  },
  {
    operations: [id('blinding')],
    at: 'area',
    onlyIn: ['pipe-rack-west', 'pipe-rack-east'],
    permitCount: 1,
    share: 0.6,
    crew: [oneOrTwo('fitter', 'fitter')],
    contents: ['蒸汽线加装盲板', '氮气线抽出盲板', '冷凝液线加装盲板'],
    details: ['3 号柱', '7 号柱', '12 号柱'],
    tools: '盲板及防爆扳手',
    fields: ({ id: place }, random) => {
      const blind = random.pick(demoBlinds.filter((one) => one.place === place))
      return {
        'blinding.action': blind.isInstalled ? 'remove' : 'fit',
        'blinding.blind-number': blind.number,
        'blinding.pipe-name': blind.pipeName,
        'blinding.medium': blind.medium,
        'blinding.medium-hazard': random.pick(['harmless', 'harmless', 'corrosive']),
        'blinding.temperature-celsius': random.between(20, 60),
        'blinding.pressure-mpa': 0,
        'blinding.blind-material': blind.material,
        'blinding.blind-specification': blind.specification,
        'blinding.map-number': blind.mapNumber,
        'blinding.shared-pipe': false,
        'blinding.at-height': false,
        'blinding.cross-work': true,
      }
    },
  },
  {
    operations: [id('work-at-height')],
    at: 'area',
    onlyIn: ['pipe-rack-west', 'pipe-rack-east'],
    permitCount: 1,
    share: 0.4,
    crew: [oneOrTwo('scaffolder', 'scaffolder')],
    contents: ['管廊保温更换', '管廊脚手架搭设'],
    details: ['5 号柱', '9 号柱'],
    tools: '安全带及工具袋',
    fields: (_, random) => ({
      'work-at-height.height-metres': random.pick([6, 9, 16, 32]),
      'work-at-height.b-factors': random.chance(0.3) ? ['wind'] : [],
      'work-at-height.special-situations': ['no-platform'],
      'work-at-height.cross-work': true,
    }),
  },
  {
    operations: [id('excavation')],
    at: 'area',
    onlyIn: ['road-south'],
    permitCount: 2,
    share: 0.5,
    crew: [oneOrTwo('fitter', 'digger', 'road-worker')],
    contents: ['消防管线开挖检修', '电缆沟开挖'],
    details: ['路口东 20 m', '地磅西侧'],
    tools: '开挖工具',
    fields: (_, random) => ({
      'excavation.depth-metres': random.pick([0.8, 1.2, 1.8]),
      'excavation.area-square-metres': random.between(4, 20),
      'excavation.method': 'by-hand',
      'excavation.spoil-distance-metres': 1.5,
      'excavation.spoil-height-metres': 1,
      'excavation.hazardous-lines': false,
      'excavation.in-road': true,
      'excavation.involved-units': ['water', 'electricity', 'safety'],
      'excavation.cross-work': true,
      ...roadFields('开挖检修'),
    }),
  },
  {
    operations: [id('road-closing')],
    at: 'area',
    onlyIn: ['road-south'],
    permitCount: 1,
    share: 0.5,
    crew: [oneOrTwo('fitter', 'road-worker')],
    contents: ['路面修补', '道路画线', '吊车占道停放'],
    details: ['南环路东段', '南环路地磅段'],
    tools: '路栏及警示灯',
    fields: () => roadFields('路面修补'),
  },
]

/** One kind of work for this place, by the shares. */
export const drawKindOfWork = ({ id: place, kind: at }: PlaceFacts, random: Random): KindOfWork => {
  const isReserved = kindsOfWork.some(({ onlyIn }) => onlyIn?.includes(place))
  const kinds = kindsOfWork.filter(
    (kind) => kind.at === at && (isReserved ? kind.onlyIn?.includes(place) : !kind.onlyIn),
  )
  let left = random.next() * kinds.reduce((sum, { share }) => sum + share, 0)
  const drawn = kinds.find(({ share }) => (left -= share) < 0) ?? kinds.at(-1)
  if (!drawn) throw new Error(`nobody works at ${place}`)
  return drawn
}

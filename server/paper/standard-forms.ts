/**
 * The fields of the eight forms by block, in the order in which the form has the blocks.
 *
 * Source: GB 30871-2022, annex A, forms A.1–A.8 (fields and their order); annex B: B.1 (the level stands clearly on graded permits),
 * table B.2 (holders of the copies). Names of fields and labels are our own words, for a reader who has the form beside them.
 * `value` is what `filledPermit` enters there: a text, the signer of a step of the chain, or nothing where the form has a line that the
 * record does not sign and a hand may.
 */
export type StandardForm = {
  readonly form: string
  readonly levels: readonly string[]
  /** Who holds the copies, or by level where that differs. */
  readonly holders: (level: string) => readonly [string, string, string]
  readonly measures: number
  readonly blocks: readonly (readonly FormField[])[]
  readonly signatures: readonly FormField[]
}

export type FormField = {
  readonly field: string
  readonly label: string
  readonly value: string | { readonly step: string } | null
}

const field = (name: string, label: string, value: FormField['value']): FormField => ({ field: name, label, value })

const applyUnit = field('apply unit', '作业申请单位', '机修车间')
const applyTime = field('apply time', '申请时间', '2026-11-24 12:00')
const content = field('work content', '作业内容', '更换法兰')
const workUnit = field('work unit', '作业单位', '远桥精细化工')
const workLeader = field('work leader', '作业负责人', '周立群')
const guardian = field('guardian', '监护人', '吴守望')
const workers = field('workers', '作业人及证书编号', '韩一峰')
const place = field('place', '作业地点及部位', 'R-102 反应釜 · 人孔 N3')
const related = (permit: string): FormField => field('related permits', '关联的其他特殊作业及安全作业票编号', permit)
const relatedHotWork = related('动火作业 ZZ-20261124-002')
const risks = field('risk identification', '风险辨识结果', '介质喷出（灼伤）：泄压后拆卸')
const window = field('work from–to', '作业实施时间', '自 2026-11-24 12:00 起 至 2026-11-24 17:00 止')
const plan = (name: string, label: string, id: string): FormField =>
  field(
    name,
    label,
    `${id} 见附图；附件《作业方案》，编制人 郑编制；批准人 钱批准，2026-11-20；填写 周立群　2026-11-24 12:25`,
  )

const gasHead = '取样分析时间 部位 代表性气体及分析结果 分析人'
const gasResult = '氧气 20.8 %；甲醇（可燃） 0.11 %（2 %LEL）；一氧化碳 6 mg/m³'
const gas = field(
  'gas: time, point, gas and result, analyst',
  gasHead,
  `2026-11-24 12:40 上部 ${gasResult} 方析 2026-11-24 12:41 下部 ${gasResult} 方析`,
)
const gasLimits = field(
  'gas: limits',
  '合格标准：',
  '氧气 19.5–21 %（富氧环境 ≤23.5 %）；甲醇（可燃） ≤0.5 %；一氧化碳 ≤30 mg/m³',
)

const opening = (lastMeasure: number): readonly FormField[] => [
  field('author of other measures', '其他安全措施编制人', `孙确认　2026-11-24 12:${29 + lastMeasure}`),
  field('who briefed', '安全交底人', '周立群　2026-11-24 12:50'),
  field('who was briefed', '接受交底人', '韩一峰　2026-11-24 12:51 吴守望　2026-11-24 12:52'),
  field('guardian signs', '监护人到岗', '吴守望　2026-11-24 13:20'),
  field('work leader signs', '作业负责人意见（签字开工）', '周立群　2026-11-24 13:30'),
]
const step = (name: string, label: string, id: string): FormField => field(name, label, { step: id })
const byHand = (name: string, label: string): FormField => field(name, label, null)
const accepted = (leader: string, unit: string): readonly FormField[] => [
  field('acceptance', leader, '验leader-acceptance　2026-11-24 14:40'),
  field('acceptance', unit, '验unit-acceptance　2026-11-24 14:41'),
]
const usual = accepted('作业负责人完工确认', '所在单位完工验收')
const unitOpinion = byHand('unit signs', '所在单位意见')

const ungraded: readonly string[] = ['ungraded']
const holdersAre =
  (second: string, third: string): StandardForm['holders'] =>
  () => ['监护人', second, third]

export const standardForms: { readonly [operation: string]: StandardForm } = {
  'hot-work': {
    form: 'A.1',
    levels: ['second', 'first', 'special'],
    holders: (level) => ['监护人', '作业单位（动火人）', level === 'second' ? '所在基层单位' : '安全管理部门'],
    measures: 16,
    blocks: [
      [
        applyUnit,
        applyTime,
        content,
        field('place and part', '动火地点及动火部位', 'R-102 反应釜 · 人孔 N3'),
        workUnit,
        workLeader,
        field('method', '动火方式', '电焊、砂轮打磨'),
        field('workers, certificates', '动火人及证书编号', '韩一峰（熔化焊接与热切割作业证 T110***********1234）'),
      ],
      [gas],
      [related('受限空间作业 ZZ-20261124-002'), risks, window],
    ],
    signatures: [
      ...opening(16),
      step('unit signs', '所在基层单位审批', 'unit-approval'),
      step('safety department signs', '安全管理部门审批', 'safety-approval'),
      step('approver signs', '主管领导审批', 'leader-approval'),
      byHand('shift foreman checks the permit', '动火前，岗位当班班长验票情况'),
      ...usual,
    ],
  },
  'confined-space': {
    form: 'A.2',
    levels: ungraded,
    holders: holdersAre('作业单位负责人', '所在基层单位'),
    measures: 15,
    blocks: [
      [
        applyUnit,
        applyTime,
        content,
        field('space', '受限空间名称及部位', 'R-102 反应釜 · 人孔 N3'),
        workUnit,
        workLeader,
        field('original medium', '受限空间原有介质', '甲醇'),
        guardian,
        workers,
      ],
      [relatedHotWork, risks],
      [gasLimits, gas],
      [window],
    ],
    signatures: [...opening(15), step('unit signs', '所在基层单位审批', 'unit-approval'), ...usual],
  },
  blinding: {
    form: 'A.3',
    levels: ungraded,
    holders: holdersAre('作业单位实施人', '所在基层单位'),
    measures: 11,
    blocks: [
      [
        applyUnit,
        workUnit,
        workLeader,
        field('action', '作业类别（抽、堵分别办票）', '堵盲板'),
        field('blind: number', '盲板编号（一票一块）', 'MB-17'),
        field('equipment or pipe', '设备、管道名称', '甲醇进料管'),
        field('pipe: medium', '介质', '甲醇'),
        field('pipe: temperature', '温度', '42 °C'),
        field('pipe: pressure', '作业时压力（表压）', '0.03 MPa'),
        field('blind: material', '盲板材质', '304 不锈钢'),
        field('blind: specification', '盲板规格', 'DN150 PN16'),
        field('map: number', '盲板位置图编号', 'T-2026-05'),
        guardian,
        workers,
      ],
      [relatedHotWork, plan('map, its author and date', '盲板位置图（统一编号，明确指挥人）', 'blind-map'), risks],
      [field('actual start', '实际作业开始时间', '2026-11-24 13:30 – 2026-11-24 14:30')],
    ],
    signatures: [
      ...opening(11),
      step('unit signs', '所在基层单位审批', 'unit-approval'),
      ...accepted('作业单位确认', '企业确认'),
    ],
  },
  'work-at-height': {
    form: 'A.4',
    levels: ['i', 'ii', 'iii', 'iv'],
    holders: holdersAre('作业单位实施人', '所在基层单位'),
    measures: 15,
    blocks: [
      [
        applyUnit,
        applyTime,
        content,
        place,
        workUnit,
        workLeader,
        field('height', '作业高度', '33 m'),
        guardian,
        workers,
      ],
      [relatedHotWork, risks],
      [window],
    ],
    signatures: [
      ...opening(15),
      step('unit signs', '所在基层单位审批', 'unit-approval'),
      step('reviewing department signs', '所在单位专业部门审批', 'department-approval'),
      step('approving department signs', '主管厂长或总工程师审批', 'chief-approval'),
      ...usual,
    ],
  },
  lifting: {
    form: 'A.5',
    levels: ['third', 'second', 'first'],
    holders: holdersAre('吊装指挥', '所在基层单位'),
    measures: 20,
    blocks: [
      [
        applyUnit,
        applyTime,
        field('place', '吊装地点', 'R-102 反应釜 · 人孔 N3'),
        workUnit,
        field('mass', '吊物质量（不足 10 t 可不办作业票，但仍须分析风险、落实措施）', '118 t'),
        field('load', '吊物内容', '换热器管束'),
        field('lifting gear', '吊具名称', '平衡梁 20 t'),
        guardian,
        field('commander', '吊装指挥', '冯指（起重机指挥（Q1） Q1-0077）'),
        field('rigger', '司索人', '司小索'),
        field('lift operators', '吊装作业人', '杜吊（起重机司机（Q2） Q2-0088）'),
      ],
      [risks],
      [window],
    ],
    signatures: [
      ...opening(20),
      step('reviewing department signs', '所在单位专业部门审批', 'department-approval'),
      step('approving department signs', '主管厂长或总工程师审批', 'chief-approval'),
      byHand('commander signs', '作业指挥意见'),
      unitOpinion,
      ...usual,
    ],
  },
  'temporary-power': {
    form: 'A.6',
    levels: ungraded,
    holders: holdersAre('作业单位（作业结束后交配送电执行人）', '电气管理部门'),
    measures: 14,
    blocks: [
      [
        applyUnit,
        applyTime,
        content,
        place,
        field('work leader, certificate', '作业负责人及电工证号', '周立群（低压电工作业证 T110***********9012）'),
        field('source and permitted power', '电源接入点及许可用电功率', '3# 配电箱 15 kW'),
        field('voltage', '工作电压', '380 V'),
        field('equipment and rated power', '用电设备名称及额定功率', '电焊机 12 kW'),
        guardian,
        field('power user', '用电人', '何用'),
        field('workers, certificates', '作业人及电工证号', '陆电生（低压电工作业证 T110***********5678）'),
      ],
      [relatedHotWork, risks],
      [gas],
      [window],
    ],
    signatures: [
      ...opening(14),
      step('supplying unit signs', '配送电单位会签', 'supply-review'),
      step('supplying unit signs', '配送电单位审批', 'supply-approval'),
      byHand('using unit signs', '用电单位意见'),
      ...accepted('用电单位确认已拆除', '所在单位完工验收'),
    ],
  },
  excavation: {
    form: 'A.7',
    levels: ungraded,
    holders: holdersAre('作业单位负责人', '所在单位专业部门'),
    measures: 11,
    blocks: [
      [
        applyUnit,
        applyTime,
        content,
        place,
        workUnit,
        workLeader,
        field('scope: depth', '开挖深度', '1.1 m'),
        field('scope: area', '开挖面积', '26 m²'),
        field('method', '动土方式', '人工'),
        guardian,
      ],
      [relatedHotWork, plan('scope, method, sketch, signature', '动土范围、方式及附图', 'scope-and-sketch'), risks],
      [window],
    ],
    signatures: [
      ...opening(11),
      step('countersigned: water', '水专业会签', 'water-countersign'),
      step('countersigned: electricity', '电专业会签', 'electricity-countersign'),
      step('countersigned: steam', '汽专业会签', 'steam-countersign'),
      step('countersigned: process', '工艺专业会签', 'process-countersign'),
      step('countersigned: equipment', '设备专业会签', 'equipment-countersign'),
      step('countersigned: fire', '消防专业会签', 'fire-countersign'),
      step('countersigned: safety', '安全管理专业会签', 'safety-countersign'),
      step('approving department signs', '所在单位专业部门审批', 'department-approval'),
      unitOpinion,
      ...usual,
    ],
  },
  'road-closing': {
    form: 'A.8',
    levels: ungraded,
    holders: holdersAre('作业单位负责人', '所在单位专业部门'),
    measures: 4,
    blocks: [
      [
        applyUnit,
        workUnit,
        workLeader,
        field('reason', '断路原因', '埋管过路'),
        field('section explained', '断路地段及说明', '三号路 K0+20 至 K0+45'),
        guardian,
      ],
      [
        relatedHotWork,
        field('units involved', '涉及相关单位（部门）', '消防部门、安全管理部门'),
        plan('sketch, explanation, signature', '交通组织方案及附图（消防车可通行）', 'traffic-plan'),
        risks,
      ],
      [window],
    ],
    signatures: [
      ...opening(4),
      step('fire and safety departments sign', '消防部门会签', 'fire-countersign'),
      step('fire and safety departments sign', '安全管理部门会签', 'safety-countersign'),
      step('approving department signs', '所在单位专业部门审批', 'department-approval'),
      unitOpinion,
      ...accepted('作业负责人确认已清理', '所在单位共同检查并报告'),
    ],
  },
}

/**
 * The fictional company 远桥精细化工 (Farbridge Fine Chemicals) as an organisation: who works where, as what, in how many.
 * Ids are the ones of the master tables; names are what its ledgers call them.
 */
export type PositionKey =
  | 'workshop-director'
  | 'deputy-director'
  | 'crew-leader'
  | 'operator'
  | 'guardian'
  | 'safety-officer'
  | 'process-engineer'
  | 'welder'
  | 'fitter'
  | 'electrician'
  | 'instrument-technician'
  | 'rigger'
  | 'crane-operator'
  | 'scaffolder'
  | 'forklift-driver'
  | 'boiler-operator'
  | 'refrigeration-operator'
  | 'analyst'
  | 'manager'
  | 'clerk'

export const positionNames: { readonly [P in PositionKey]: { readonly zh: string; readonly en: string } } = {
  'workshop-director': { zh: '车间主任', en: 'Workshop director' },
  'deputy-director': { zh: '车间副主任', en: 'Deputy workshop director' },
  'crew-leader': { zh: '班长', en: 'Crew leader' },
  operator: { zh: '操作工', en: 'Operator' },
  guardian: { zh: '监护人', en: 'Guardian' },
  'safety-officer': { zh: '安全员', en: 'Safety officer' },
  'process-engineer': { zh: '工艺员', en: 'Process engineer' },
  welder: { zh: '焊工', en: 'Welder' },
  fitter: { zh: '钳工', en: 'Fitter' },
  electrician: { zh: '电工', en: 'Electrician' },
  'instrument-technician': { zh: '仪表工', en: 'Instrument technician' },
  rigger: { zh: '起重工', en: 'Rigger' },
  'crane-operator': { zh: '起重机司机', en: 'Crane operator' },
  scaffolder: { zh: '架子工', en: 'Scaffolder' },
  'forklift-driver': { zh: '叉车司机', en: 'Forklift driver' },
  'boiler-operator': { zh: '司炉工', en: 'Boiler operator' },
  'refrigeration-operator': { zh: '制冷工', en: 'Refrigeration operator' },
  analyst: { zh: '分析员', en: 'Analyst' },
  manager: { zh: '部门经理', en: 'Department manager' },
  clerk: { zh: '管理员', en: 'Administrative staff' },
}

export type ShiftTeam = '甲' | '乙' | '丙' | '丁' | '常白班'
export const rotatingTeams = ['甲', '乙', '丙', '丁'] as const

export type UnitKey =
  | 'synthesis-1'
  | 'synthesis-2'
  | 'utilities'
  | 'storage'
  | 'maintenance'
  | 'hse'
  | 'production'
  | 'equipment'
  | 'electrical'
  | 'laboratory'
  | 'hr'
  | 'office'

export type Unit = {
  readonly key: UnitKey
  readonly zh: string
  readonly en: string
  readonly kind: 'workshop' | 'department'
  /** Head count per position: shared evenly over the four teams, or on days only. */
  readonly teams: { readonly [P in PositionKey]?: number }
  readonly days: { readonly [P in PositionKey]?: number }
}

/** 660 in five workshops and 200 in the departments make 860. */
export const units: readonly Unit[] = [
  {
    key: 'synthesis-1',
    zh: '合成一车间',
    en: 'Synthesis workshop 1',
    kind: 'workshop',
    teams: { 'crew-leader': 8, operator: 116, guardian: 24, 'refrigeration-operator': 8 },
    days: { 'workshop-director': 1, 'deputy-director': 2, 'safety-officer': 2, 'process-engineer': 9 },
  },
  {
    key: 'synthesis-2',
    zh: '合成二车间',
    en: 'Synthesis workshop 2',
    kind: 'workshop',
    teams: { 'crew-leader': 8, operator: 112, guardian: 20, 'refrigeration-operator': 8 },
    days: { 'workshop-director': 1, 'deputy-director': 2, 'safety-officer': 2, 'process-engineer': 7 },
  },
  {
    key: 'utilities',
    zh: '公用工程车间',
    en: 'Utilities workshop',
    kind: 'workshop',
    teams: { 'crew-leader': 4, operator: 64, guardian: 8, 'boiler-operator': 16, 'refrigeration-operator': 8 },
    days: { 'workshop-director': 1, 'deputy-director': 1, 'safety-officer': 2, 'process-engineer': 6 },
  },
  {
    key: 'storage',
    zh: '储运车间',
    en: 'Storage and transport workshop',
    kind: 'workshop',
    teams: { 'crew-leader': 4, operator: 68, guardian: 12, 'forklift-driver': 24 },
    days: { 'workshop-director': 1, 'deputy-director': 1, 'safety-officer': 2, 'process-engineer': 8 },
  },
  {
    key: 'maintenance',
    zh: '机修车间',
    en: 'Maintenance workshop',
    kind: 'workshop',
    teams: {
      'crew-leader': 8,
      welder: 24,
      fitter: 24,
      guardian: 16,
      rigger: 8,
      'crane-operator': 8,
      scaffolder: 8,
    },
    days: { 'workshop-director': 1, 'deputy-director': 1, 'safety-officer': 1, 'process-engineer': 1 },
  },
  {
    key: 'hse',
    zh: '安全环保部',
    en: 'HSE department',
    kind: 'department',
    teams: { guardian: 4 },
    days: { manager: 2, 'safety-officer': 20, clerk: 2 },
  },
  {
    key: 'production',
    zh: '生产部',
    en: 'Production department',
    kind: 'department',
    teams: { operator: 16 },
    days: { manager: 3, 'process-engineer': 17, clerk: 4 },
  },
  {
    key: 'equipment',
    zh: '设备部',
    en: 'Equipment department',
    kind: 'department',
    teams: {},
    days: { manager: 2, 'process-engineer': 24, clerk: 6 },
  },
  {
    key: 'electrical',
    zh: '电气仪表部',
    en: 'Electrical and instruments department',
    kind: 'department',
    teams: { 'crew-leader': 4, electrician: 16, 'instrument-technician': 12 },
    days: { manager: 1, 'safety-officer': 1, clerk: 2 },
  },
  {
    key: 'laboratory',
    zh: '质检中心',
    en: 'Quality laboratory',
    kind: 'department',
    teams: { analyst: 32 },
    days: { manager: 1, analyst: 9, clerk: 2 },
  },
  {
    key: 'hr',
    zh: '人力资源部',
    en: 'Human resources',
    kind: 'department',
    teams: {},
    days: { manager: 1, clerk: 13 },
  },
  {
    key: 'office',
    zh: '综合办公室',
    en: 'General office',
    kind: 'department',
    teams: {},
    days: { manager: 1, clerk: 5 },
  },
]

export type Contractor = {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly creditCode: string
  readonly trade: { readonly [P in PositionKey]?: number }
}

/** Six firms of twenty; region 3299 is not assigned, so the codes can belong to nobody. */
export const contractorTrades: readonly Omit<Contractor, 'creditCode'>[] = [
  {
    key: 'hengtuo',
    zh: '恒拓安装工程有限公司',
    en: 'Hengtuo Installation',
    trade: { manager: 1, 'crew-leader': 2, welder: 8, fitter: 5, guardian: 3, 'safety-officer': 1 },
  },
  {
    key: 'anshi',
    zh: '安石防腐保温有限公司',
    en: 'Anshi Insulation',
    trade: { manager: 1, 'crew-leader': 2, scaffolder: 9, fitter: 4, guardian: 3, 'safety-officer': 1 },
  },
  {
    key: 'linjiang',
    zh: '临江起重运输有限公司',
    en: 'Linjiang Lifting',
    trade: { manager: 1, 'crew-leader': 2, 'crane-operator': 6, rigger: 8, guardian: 2, 'safety-officer': 1 },
  },
  {
    key: 'mingda',
    zh: '明达电气技术有限公司',
    en: 'Mingda Electrical',
    trade: {
      manager: 1,
      'crew-leader': 2,
      electrician: 10,
      'instrument-technician': 4,
      guardian: 2,
      'safety-officer': 1,
    },
  },
  {
    key: 'qingyuan',
    zh: '清源工业清洗有限公司',
    en: 'Qingyuan Cleaning',
    trade: { manager: 1, 'crew-leader': 2, fitter: 11, guardian: 5, 'safety-officer': 1 },
  },
  {
    key: 'huazhu',
    zh: '华筑建设工程有限公司',
    en: 'Huazhu Construction',
    trade: {
      manager: 1,
      'crew-leader': 2,
      welder: 4,
      scaffolder: 5,
      electrician: 3,
      fitter: 2,
      guardian: 2,
      'safety-officer': 1,
    },
  },
]

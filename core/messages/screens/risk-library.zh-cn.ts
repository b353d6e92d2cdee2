import type { HazardOwner } from '../../job/site-records.ts'
import type { EquipmentKind } from '../../risk/risk-library.ts'

const equipment: { readonly [K in EquipmentKind]: string } = {
  reactor: '反应釜',
  tank: '储罐',
  tower: '塔器',
  exchanger: '换热器',
  boiler: '锅炉',
  pipe: '管线、管廊',
  pump: '机泵',
  structure: '框架、平台',
  electrical: '电气设备',
  ground: '地面、地下',
  road: '道路',
}
const owners: { readonly [O in HazardOwner]: string } = {
  leader: '作业负责人',
  crew: '作业人',
  guardian: '监护人',
  'gas-analyst': '分析人',
  unit: '属地单位',
}

/** The risk library on the desk, and what it proposes while an analysis is written. */
export const riskLibraryZhCn = {
  equipment,
  owners,
  any: '任何',
  /** While the analysis is written. */
  step: '作业步骤',
  owner: '谁来落实',
  ownedBy: (who: string): string => `${who}落实`,
  nobody: '还没定谁落实',
  editRow: '改',
  doneRow: '收起',
  offer: (count: number): string => `风险库提示 ${count} 条`,
  offerHow: '按作业、设备、区域找到,最贴近的在前。采用后可以改,没有采用的也会记下来。',
  takeAll: (count: number): string => `${count} 条全部采用`,
  take: (hazard: string): string => `采用:${hazard}`,
  declined: (hazards: string): string => `风险库提示过、没有采用:${hazards}`,
  /** The page of the desk. */
  title: '风险库',
  lead: '写危害分析时,按作业、设备、区域从这里提示,写得越具体的越靠前。',
  add: '新增一条',
  change: '修改',
  filter: '按作业筛选',
  all: '全部作业',
  about: '适用于',
  operation: '作业',
  equipmentColumn: '设备',
  area: '区域',
  hazard: '危害 → 后果',
  hazardField: '危害',
  consequence: '后果',
  measures: '控制措施',
  changed: '最近修改',
  changedBy: (who: string, at: string): string => (who === '' ? at : `${who} · ${at}`),
  none: '风险库还是空的',
  noneHow: '写下本厂在每种作业、每类设备上吃过的亏,申请人写分析时就会看到。',
  save: '保存',
  withdraw: '停用这一条',
  history: '修改经过',
  version: (version: number): string => `第 ${version} 版`,
  withdrawn: '已停用',
  failed: '没有保存:有人刚改过,或者内容不全。关掉重开再试。',
}

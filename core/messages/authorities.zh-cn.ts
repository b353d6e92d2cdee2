/** Who holds a right to sign, as one calls them on site; one that is missing here is shown by its own name. */
export const authoritiesZhCn: { readonly [authority: string]: string } = {
  'place-unit': '属地单位',
  'unit-head': '属地单位负责人',
  'professional-department': '专业部门',
  'safety-department': '安全管理部门',
  'production-dispatch': '生产调度',
  'responsible-leader': '主管领导',
  'chief-engineer': '主管厂长或总工程师',
  'power-supply': '配送电单位',
  'power-supply-head': '配送电单位负责人',
  'electricity-discipline': '电专业',
  'equipment-discipline': '设备专业',
  'fire-discipline': '消防部门',
  'process-discipline': '工艺专业',
  'steam-discipline': '汽专业',
  'water-discipline': '水专业',
}

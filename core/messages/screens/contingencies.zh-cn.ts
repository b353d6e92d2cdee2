/** What is silent, what stands in for it, and what is owed for it. */
export const contingenciesZhCn = {
  title: '应急方式',
  source: '信号来源',
  heard: '最近信号',
  never: '从未收到',
  state: '状态',
  silent: '失联',
  speaking: '正常',
  open: (until: string): string => `应急中,到 ${until}`,
  declare: (mode: string, hours: number): string => `启用:${mode}(${hours} 小时)`,
  end: '结束应急',
  noSources: '没有登记信号来源',
  noSourcesHow: '登记固定检测、网关、定位之后,失联时可以在这里启用应急方式。',
  owed: (count: number): string => `${count} 条应急记录待核对`,
}

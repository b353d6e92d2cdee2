import { blindStatesZhCn } from '../vocabulary.zh-cn.ts'

/** The registers of the site on the desk. */
export const registersZhCn = {
  tabsLabel: '现场台账',
  tabs: {
    isolation: '隔离点',
    blinds: '盲板',
    video: '视频',
    risks: '风险库',
    contingencies: '应急方式',
    debts: '应急欠账',
    paper: '纸质应急票',
  },
  blinds: {
    title: '盲板台账',
    none: '没有盲板',
    noneHow: '盲板位置图上的每一块盲板在这里登记编号、管线、介质、温度、压力、材质和规格。',
    number: '编号 / 位置图编号',
    place: '部位',
    pipe: '管线 / 介质',
    conditions: '温度 / 压力',
    conditionsOf: (celsius: number, mpa: number): string => `${celsius} °C / ${mpa} MPa`,
    specification: '规格 / 材质',
    state: '状态',
    states: blindStatesZhCn,
    by: '作业票',
    stated: (person: string): string => `${person} 盘点`,
    jobs: '在办作业',
    onlyInstalled: '只看已堵',
    all: '全部',
  },
}

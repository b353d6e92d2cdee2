import { toComparable } from '../identity/plain-text.ts'

/**
 * The words of ledgers and the codes they stand for. A word that is not here is refused where it decides something (a category,
 * a verdict, an operation) and kept as written where it only describes (a position, a department).
 */

/** 2010 catalogue of special operations, items of TSG Z6001-2019, and what the enterprise itself certifies. */
const categoryWords: { readonly [category: string]: readonly string[] } = {
  'fusion-welding': [
    '熔化焊接与热切割',
    '熔化焊接',
    '焊接与热切割',
    '金属焊接切割',
    '电焊',
    '气焊',
    '焊工',
    'fusion welding',
  ],
  'pressure-welding': ['压力焊', 'pressure welding'],
  brazing: ['钎焊'],
  'low-voltage-electrical': ['低压电工', '低压', 'low-voltage electrician'],
  'high-voltage-electrical': ['高压电工', '高压', 'high-voltage electrician'],
  'explosion-proof-electrical': ['防爆电气', '防爆电工', 'explosion-proof electrician'],
  'power-cable': ['电力电缆'],
  'relay-protection': ['继电保护'],
  'electrical-test': ['电气试验'],
  scaffolding: ['登高架设', '架子工', 'scaffolding'],
  'work-at-height': ['高处安装维护拆除', '高处安装', '高处作业', '登高作业', 'work at height', 'dismantling at height'],
  'refrigeration-operation': ['制冷与空调设备运行操作', '制冷设备运行', '制冷与空调', '制冷'],
  'refrigeration-repair': ['制冷与空调设备安装修理', '制冷设备安装修理'],
  phosgenation: ['光气及光气化'],
  'chlor-alkali-electrolysis': ['氯碱电解'],
  chlorination: ['氯化'],
  nitration: ['硝化'],
  'ammonia-synthesis': ['合成氨'],
  cracking: ['裂解'],
  fluorination: ['氟化'],
  hydrogenation: ['加氢'],
  diazotisation: ['重氮化'],
  oxidation: ['氧化'],
  peroxidation: ['过氧化'],
  amination: ['胺基化'],
  sulphonation: ['磺化'],
  polymerisation: ['聚合'],
  alkylation: ['烷基化'],
  'chemical-automation': ['化工自动化控制仪表', '自动化控制仪表', '化工仪表'],
  'special-equipment-manager-a': ['特种设备安全管理', '安全管理a'],
  'boiler-operator-g1': ['工业锅炉司炉', '锅炉司炉', '司炉', 'g1'],
  'boiler-operator-g2': ['电站锅炉司炉', 'g2'],
  'boiler-water-g3': ['锅炉水处理', 'g3'],
  'pressure-vessel-r1': ['快开门式压力容器', '压力容器操作', 'r1'],
  'pressure-vessel-r2': ['移动式压力容器', 'r2'],
  'oxygen-chamber-r3': ['氧舱', 'r3'],
  'gas-filling-p': ['气瓶充装', '充装'],
  'crane-signaller-q1': ['起重机指挥', '起重指挥', 'q1', '吊装指挥', 'crane signaller'],
  'crane-operator-q2': ['起重机司机', '桥式起重机司机', '行车司机', 'q2', 'crane operator'],
  'forklift-n1': ['叉车司机', '叉车', 'n1', 'forklift'],
  'sightseeing-car-n2': ['观光车', 'n2'],
  'safety-valve-f': ['安全阀校验'],
}

const trainingWords: { readonly [category: string]: readonly string[] } = {
  'guardian-training': ['监护人', '监护人员', '特殊作业监护', '监护', 'guardian'],
  'annual-safety-training': ['年度安全', '安全再培训', '年度再培训', '年度复训', '年度培训', '再教育', 'annual'],
  'contractor-entry-training': [
    '承包商入厂',
    '入厂安全',
    '入厂教育',
    '外来施工',
    '入场',
    'entry training',
    'contractor induction',
  ],
  'three-level-training': ['三级安全', '三级教育', '新员工', 'three-level'],
  'confined-space-training': ['受限空间', '有限空间', 'confined-space', 'confined space'],
  'rigger-training': ['司索', '起重工', 'rigger'],
  'gas-analysis-training': ['气体分析', '气体检测', 'gas analy'],
}

const operationWords: { readonly [operation: string]: readonly string[] } = {
  'hot-work': ['动火', 'hot work'],
  'confined-space': ['受限空间', '有限空间', 'confined'],
  blinding: ['盲板'],
  'work-at-height': ['高处', 'height'],
  lifting: ['吊装', '起重', 'lifting'],
  'temporary-power': ['临时用电', '临电', 'temporary'],
  excavation: ['动土', 'excavation'],
  'road-closing': ['断路', 'road'],
}

const levelWords: { readonly [level: string]: readonly string[] } = {
  special: ['特级', '特殊', 'special'],
  first: ['一级', '1级', 'ⅰ级', 'i级', 'first'],
  second: ['二级', '2级', 'ⅱ级', 'ii级', 'second'],
  third: ['三级', '3级', 'ⅲ级', 'iii级', 'third'],
  fourth: ['四级', '4级', 'ⅳ级', 'iv级', 'fourth'],
}

const positionWords: { readonly [position: string]: readonly string[] } = {
  'workshop-director': ['车间主任'],
  'deputy-director': ['车间副主任', '副主任'],
  'crew-leader': ['班长', '班组长', '值班长', '作业负责人'],
  operator: ['操作工', '操作员', '内操', '外操', '主操', '巡检工'],
  guardian: ['监护人', '监护人员', '监护员', '专职监护人'],
  'safety-officer': ['安全员', '专职安全员', '安全管理员', '安全工程师'],
  'process-engineer': ['工艺员', '工艺工程师', '技术员'],
  welder: ['焊工', '电焊工', '气焊工'],
  fitter: ['钳工', '检修工', '维修工', '保温工'],
  electrician: ['电工', '维修电工'],
  'instrument-technician': ['仪表工'],
  rigger: ['起重工', '起重指挥', '司索工'],
  'crane-operator': ['起重机司机', '吊车司机', '行车工'],
  scaffolder: ['架子工'],
  'forklift-driver': ['叉车司机', '叉车工'],
  'boiler-operator': ['司炉工', '锅炉工'],
  'refrigeration-operator': ['制冷工'],
  analyst: ['分析员', '化验员', '分析工', '化验工'],
  manager: ['部门经理', '经理', '部长', '项目经理'],
  clerk: ['管理员', '科员', '文员'],
}

export type Verdict = 'fit' | 'restricted' | 'unfit' | 'pending'
const verdictWords: { readonly [V in Verdict]: readonly string[] } = {
  unfit: ['不合格', '不适合', '不宜', '禁忌', '不能', 'unfit', 'not fit', 'failed'],
  restricted: ['限制', '基本合格', '有条件', '部分', 'restricted', 'conditional'],
  pending: ['复查', '待定', '待复查', '未出', 'pending'],
  fit: ['合格', '未见异常', '正常', '适合', '可以从事', '目前未见异常', '适岗', 'fit', 'passed', 'normal'],
}

/** A restriction that forbids an operation is called like it, as the rulebook asks for it. */
const restrictionWords: { readonly [restriction: string]: readonly string[] } = {
  'work-at-height': ['高处', '登高', 'height'],
  'confined-space': ['受限空间', '有限空间', '密闭', 'confined'],
  'temporary-power': ['电工', '带电', '电气', 'electrical'],
  noise: ['噪声', '噪音', 'noise'],
  night: ['夜班', '夜间', 'night'],
  chemical: ['毒物', '化学', 'chemical'],
}

const search = (table: { readonly [code: string]: readonly string[] }) => {
  const entries = Object.entries(table).flatMap(([code, spellings]) =>
    spellings.map((spelling) => ({ code, word: toComparable(spelling) })),
  )
  // The longest word wins: 高处安装维护拆除 before 高处, 过氧化 before 氧化.
  entries.sort((a, b) => b.word.length - a.word.length)
  const exact = new Map(entries.map(({ code, word }) => [word, code]))
  const found = new Map<string, string | undefined>()
  return {
    exact: (text: string): string | undefined => exact.get(toComparable(text)),
    within: (raw: string): string | undefined => {
      if (found.has(raw)) return found.get(raw)
      const text = toComparable(raw).replace(/[、,，·/\s]/g, '')
      const code = exact.get(text) ?? entries.find(({ word }) => text.includes(word))?.code
      if (found.size < 1000) found.set(raw, code)
      return code
    },
    all: (raw: string): readonly string[] => {
      const text = toComparable(raw)
      return [...new Set(entries.filter(({ word }) => text.includes(word)).map(({ code }) => code))].sort()
    },
  }
}

const categories = search(categoryWords)
const trainings = search(trainingWords)
const operations = search(operationWords)
const levels = search(levelWords)
const positions = search(positionWords)
const restrictions = search(restrictionWords)
const verdictOrder = ['unfit', 'restricted', 'pending', 'fit'] as const

export const toCategory = (text: string): string | undefined => categories.within(text)
export const toTrainingCategory = (text: string): string | undefined => trainings.within(text)
/** No register keeps trainings: they are the plant's own. */
export const isTrainingCategory = (category: string): boolean => category in trainingWords
export const toOperation = (text: string): string | undefined => operations.within(text)
/** Levels of work at height are numbered in Roman figures, and the first is the lowest. */
const romanLevels: { readonly [level: string]: string } = { first: 'i', second: 'ii', third: 'iii', fourth: 'iv' }
export const toLevel = (text: string, operation: string): string | undefined => {
  const level = levels.within(text)
  return operation === 'work-at-height' ? romanLevels[level ?? ''] : level
}
export const toRestrictions = (text: string): readonly string[] => restrictions.all(text)

/** A position that the dictionary does not know keeps the word the plant uses for it: the word is its id. */
export const toPosition = (text: string): string => positions.exact(text) ?? text

/** The most cautious reading wins: 合格(限制登高) is a restriction, 不合格 contains 合格. */
export const toVerdict = (text: string): Verdict | undefined => {
  const plain = toComparable(text)
  return verdictOrder.find((verdict) => verdictWords[verdict].some((word) => plain.includes(toComparable(word))))
}

/** Levels of an operation from the lowest to the highest (GB 30871 tables of classes); `ungraded` where the standard has none. */
export const levelsOf: { readonly [operation: string]: readonly string[] } = {
  'hot-work': ['second', 'first', 'special'],
  'confined-space': ['ungraded'],
  blinding: ['ungraded'],
  'work-at-height': ['i', 'ii', 'iii', 'iv'],
  lifting: ['third', 'second', 'first'],
  'temporary-power': ['ungraded'],
  excavation: ['ungraded'],
  'road-closing': ['ungraded'],
}

/** What a code is called on site: the usual word of its language; a word that the plant brought itself is its own name. */
const nameOf =
  (...tables: readonly { readonly [code: string]: readonly string[] }[]) =>
  (code: string, language: 'zh-CN' | 'en'): string => {
    const words = tables.flatMap((table) => table[code] ?? [])
    if (language === 'zh-CN' || words.length === 0) return words[0] ?? code
    return `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`
  }
export const categoryName = nameOf(categoryWords, trainingWords)
export const positionName = nameOf(positionWords)
export const restrictionName = nameOf(restrictionWords)

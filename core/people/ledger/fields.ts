import { toComparable } from '../identity/plain-text.ts'

/** What a ledger is about. The order is the order of import: documents refer to people. */
export const ledgerKinds = [
  'people',
  'contractor-people',
  'special-operation',
  'special-equipment',
  'medical',
  'training',
  'matrix',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** What a column of a ledger may mean, with the words people write above it; the first is the usual one. */
const fieldWords = {
  name: [
    '姓名',
    '员工姓名',
    '人员姓名',
    '持证人',
    '持证人姓名',
    '受检者',
    '受检人',
    '参训人员',
    '学员姓名',
    '作业人员',
    '名字',
    'name',
    'full name',
    'employee name',
    'holder',
  ],
  idNumber: [
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '居民身份证号',
    '证件号码',
    '有效证件号',
    'id number',
    'id no',
    'id card',
    'identity number',
    'national id',
  ],
  staffNumber: [
    '工号',
    '员工编号',
    '人员编号',
    '职工号',
    '员工号',
    '编号',
    'staff no',
    'staff number',
    'employee no',
    'employee id',
    'badge no',
  ],
  phone: [
    '联系电话',
    '手机号',
    '手机',
    '手机号码',
    '电话',
    '联系方式',
    '移动电话',
    '本人电话',
    'phone',
    'mobile',
    'telephone',
    'tel',
    'cell phone',
  ],
  sex: ['性别', 'sex', 'gender'],
  birthDate: ['出生日期', '出生年月日', '出生年月', '生日', 'birth date', 'date of birth', 'dob', 'birthday'],
  department: [
    '部门',
    '所在部门',
    '单位',
    '所在单位',
    '部门/车间',
    '车间/部门',
    '车间部门',
    '车间',
    '所属车间',
    '所属部门',
    '科室',
    '工段',
    'department',
    'dept',
    'unit',
    'workshop',
  ],
  position: [
    '岗位',
    '工种',
    '岗位名称',
    '职务',
    '岗位/工种',
    '岗位工种',
    '岗位(工种)',
    '职位',
    '现岗位',
    'position',
    'job title',
    'post',
    'trade',
  ],
  team: ['班组', '班次', '倒班', '轮班班组', '值别', '班别', 'shift', 'team', 'shift team'],
  hiredOn: [
    '入职日期',
    '入厂日期',
    '入厂时间',
    '入职时间',
    '参加工作时间',
    '进厂日期',
    '到岗日期',
    'hired on',
    'hire date',
    'start date',
    'joined',
  ],
  employment: ['在职状态', '人员状态', '员工状态', '状态', '是否在职', 'employment', 'status'],
  employer: [
    '承包商',
    '承包商名称',
    '所属单位',
    '施工单位',
    '外委单位',
    '承包单位',
    '公司名称',
    '单位名称',
    '企业名称',
    'contractor',
    'employer',
    'company',
  ],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', '营业执照号', 'credit code', 'uscc'],
  certificateNumber: [
    '证书编号',
    '证号',
    '操作证号',
    '证件编号',
    '证书号',
    '证书号码',
    '特种作业操作证号',
    '操作证编号',
    '作业人员证号',
    '作业证编号',
    'certificate no',
    'certificate number',
    'licence no',
    'license no',
  ],
  certificateKind: [
    '作业类别',
    '证书类别',
    '操作类别',
    '种类',
    '作业种类',
    '证件类别',
    '证书种类',
    '证书名称',
    'category',
    'certificate kind',
    'kind',
  ],
  certificateItem: [
    '准操项目',
    '操作项目',
    '作业项目',
    '项目',
    '准操作项目',
    '持证项目',
    '作业项目代号',
    '项目代号',
    'item',
    'permitted item',
    'scope',
  ],
  issuedOn: [
    '发证日期',
    '初领日期',
    '发证时间',
    '初次领证日期',
    '签发日期',
    '批准日期',
    '取证日期',
    '领证日期',
    'issued on',
    'issue date',
    'date of issue',
  ],
  validFrom: [
    '有效期起',
    '有效期开始日期',
    '有效开始日期',
    '生效日期',
    '起始日期',
    '有效期自',
    '有效期限起',
    'valid from',
    'start of validity',
  ],
  validThrough: [
    '有效期至',
    '有效期止',
    '有效期结束日期',
    '有效截止日期',
    '到期日期',
    '到期日',
    '截止日期',
    '失效日期',
    '有效日期',
    '有效期',
    '有效期限止',
    '有效期限至',
    'valid through',
    'valid to',
    'valid until',
    'expiry date',
    'expires',
    'expiry',
  ],
  validRange: ['有效期限', '有效期起止', '有效期起止日期', '有效期间', '起止日期', 'validity', 'validity period'],
  reviewDue: [
    '复审日期',
    '应复审日期',
    '下次复审日期',
    '复审时间',
    '应复审时间',
    '复审到期日',
    '复审期限',
    'review due',
    'review date',
    'next review',
  ],
  reviewedOn: ['实际复审日期', '已复审日期', '上次复审日期', 'reviewed on', 'last review'],
  issuer: ['发证机关', '签发机关', '发证单位', '发证部门', 'issuer', 'issued by', 'authority'],
  examinedOn: [
    '体检日期',
    '体检时间',
    '检查日期',
    '职业健康检查日期',
    '最近体检日期',
    'examined on',
    'examination date',
    'medical date',
  ],
  verdict: [
    '体检结论',
    '结论',
    '体检结果',
    '检查结论',
    '主检结论',
    '是否合格',
    'verdict',
    'conclusion',
    'result',
    'fitness',
  ],
  restrictions: [
    '职业禁忌',
    '禁忌',
    '禁忌证',
    '作业限制',
    '限制作业',
    '职业禁忌证',
    '限制',
    'restrictions',
    'restriction',
    'contraindication',
  ],
  bloodPressure: ['血压', '血压值', '血压(mmhg)', 'blood pressure', 'bp'],
  systolic: ['收缩压', '高压', 'systolic'],
  diastolic: ['舒张压', '低压', 'diastolic'],
  followUpDue: [
    '复查日期',
    '下次复查',
    '复查时间',
    '应复查日期',
    '复查期限',
    'follow-up due',
    'follow up',
    'recheck date',
  ],
  institution: ['体检机构', '检查机构', '体检医院', '医院', '体检单位', 'institution', 'clinic', 'hospital'],
  trainingKind: [
    '培训类别',
    '培训名称',
    '培训项目',
    '培训内容',
    '课程',
    '课程名称',
    '培训课程',
    '培训类型',
    'training',
    'course',
    'training kind',
  ],
  completedOn: [
    '培训日期',
    '培训时间',
    '完成日期',
    '结业日期',
    '考核日期',
    '考试日期',
    'completed on',
    'training date',
    'completion date',
  ],
  hours: ['学时', '课时', '培训学时', '学时数', 'hours', 'training hours'],
  score: ['成绩', '考核成绩', '考试成绩', '分数', '得分', 'score', 'mark', 'grade'],
  operation: ['作业类型', '特殊作业', '作业活动', '作业', 'operation', 'work type'],
  level: ['级别', '作业级别', '等级', '最高级别', 'level'],
  sequence: ['序号', '行号', '№', 'no', 'no.', 'sn', '#', 'serial'],
  remark: ['备注', '说明', '备注说明', '附注', 'remark', 'remarks', 'note', 'notes', 'comment'],
} as const

export type Field = keyof typeof fieldWords
export const fields = Object.keys(fieldWords) as readonly Field[]

/** What a column stands for: a field, or one operation and level of the position matrix. */
export type ColumnUse = { readonly field: Field } | { readonly operation: string; readonly level: string }

/** Columns by their place, from 0; a column that is not named here is not read. */
export type Mapping = { readonly [column: number]: ColumnUse }

/** Without these a row of the kind says nothing. */
export const requiredFields: { readonly [K in LedgerKind]: readonly Field[] } = {
  people: ['name', 'idNumber'],
  'contractor-people': ['name', 'idNumber', 'employer'],
  'special-operation': ['name', 'certificateNumber'],
  'special-equipment': ['name', 'certificateNumber'],
  medical: ['name', 'examinedOn', 'verdict'],
  training: ['name', 'completedOn'],
  matrix: ['position'],
}

export const isUsefulTo = (kind: LedgerKind, field: Field): boolean =>
  usefulFields[kind].includes(field) || everywhere.includes(field)

const everywhere: readonly Field[] = [
  'name',
  'idNumber',
  'staffNumber',
  'phone',
  'department',
  'position',
  'sex',
  'birthDate',
  'team',
  'employer',
  'sequence',
  'remark',
]
const usefulFields: { readonly [K in LedgerKind]: readonly Field[] } = {
  people: ['hiredOn', 'employment', 'creditCode'],
  'contractor-people': ['hiredOn', 'employment', 'creditCode'],
  'special-operation': [
    'certificateNumber',
    'certificateKind',
    'certificateItem',
    'issuedOn',
    'validFrom',
    'validThrough',
    'validRange',
    'reviewDue',
    'reviewedOn',
    'issuer',
  ],
  'special-equipment': [
    'certificateNumber',
    'certificateKind',
    'certificateItem',
    'issuedOn',
    'validFrom',
    'validThrough',
    'validRange',
    'reviewDue',
    'reviewedOn',
    'issuer',
  ],
  medical: [
    'examinedOn',
    'verdict',
    'restrictions',
    'bloodPressure',
    'systolic',
    'diastolic',
    'followUpDue',
    'institution',
    'validThrough',
  ],
  training: ['trainingKind', 'completedOn', 'hours', 'score', 'validThrough', 'verdict'],
  matrix: ['operation', 'level'],
}

/** A header without the marks that say nothing: blanks, brackets, colons, asterisks of compulsory fields. */
export const toHeaderWord = (text: string): string =>
  toComparable(text).replace(/[*:.,;、"'“”·_\-（）()[\]【】\n]/g, '')

const exact = new Map<string, Field>()
const words: { readonly field: Field; readonly word: string }[] = []
for (const field of fields) {
  for (const spelling of fieldWords[field]) {
    const word = toHeaderWord(spelling)
    if (!exact.has(word)) exact.set(word, field)
    if (word.length >= 2) words.push({ field, word })
  }
}

/** How well a header names each field, 0 … 1. Exact words win; a word within a longer header counts by its share. */
export const scoreHeader = (header: string): ReadonlyMap<Field, number> => {
  const text = toHeaderWord(header)
  const scores = new Map<Field, number>()
  if (text === '') return scores
  const whole = exact.get(text)
  if (whole) scores.set(whole, 1)
  for (const { field, word } of words) {
    if (!text.includes(word)) continue
    // The end of a Chinese compound says what it is: 证书有效期至 is an end of validity, not a certificate.
    const share = (0.35 + 0.45 * (word.length / text.length)) * (text.endsWith(word) ? 1 : 0.85)
    if (share > (scores.get(field) ?? 0)) scores.set(field, Math.min(share, 0.95))
  }
  return scores
}

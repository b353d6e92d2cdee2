import type { ImportWords } from './import-words.ts'

const fields: ImportWords['fields'] = {
  name: '姓名',
  idNumber: '身份证号',
  staffNumber: '工号',
  phone: '联系电话',
  sex: '性别',
  birthDate: '出生日期',
  department: '部门/车间',
  position: '岗位',
  team: '班组',
  hiredOn: '入职日期',
  employment: '在职状态',
  employer: '所属单位',
  creditCode: '统一社会信用代码',
  certificateNumber: '证书编号',
  certificateKind: '作业类别',
  certificateItem: '准操项目',
  issuedOn: '发证日期',
  validFrom: '有效期起',
  validThrough: '有效期至',
  validRange: '有效期限',
  reviewDue: '应复审日期',
  reviewedOn: '实际复审日期',
  issuer: '发证机关',
  examinedOn: '体检日期',
  verdict: '体检结论',
  restrictions: '作业限制',
  bloodPressure: '血压',
  systolic: '收缩压',
  diastolic: '舒张压',
  followUpDue: '复查日期',
  institution: '体检机构',
  trainingKind: '培训类别',
  completedOn: '培训日期',
  hours: '学时',
  score: '成绩',
  operation: '作业类型',
  level: '级别',
  sequence: '序号',
  remark: '备注',
}

const fieldName = (field: string): string => (field in fields ? fields[field as keyof typeof fields] : field)
const shown = (value: string): string => (value === '' ? '空' : value === 'unlimited' ? '长期' : `“${value}”`)
const at = (where: string): string => (where === '' ? '系统已有记录' : where)
const checkId = '请对照身份证原件更正后重新导入。'
const asText = '请先把该列设为“文本”格式，再重新录入完整号码；缺失的数字系统不会猜测。'
const writeDate = '请写成 2026-03-01 这样的完整日期。'
const decide = '请核对两份台账，确定以哪一份为准。'

export const importZhCn: ImportWords = {
  fields,
  reasonColumn: '导入结果（原因与处理办法）',
  outcomes: { accepted: '可导入', same: '无变化', refused: '不能导入', conflict: '有矛盾，待决定', ignored: '已略过' },
  kinds: {
    people: '员工花名册',
    'contractor-people': '承包商人员',
    'special-operation': '特种作业证',
    'special-equipment': '特种设备作业人员证',
    medical: '体检结论',
    training: '培训记录',
    matrix: '岗位作业矩阵',
  },
  problems: {
    'id-number-missing': { says: () => '没有身份证号。', remedy: '请补填 18 位身份证号。' },
    'id-number-scientific': {
      says: ({ text }) => `身份证号被表格软件改成了 ${text}，后面的数字已经丢失。`,
      remedy: asText,
    },
    'id-number-digits-lost': {
      says: () => '身份证号末尾是 000，第 15 位以后的数字可能已被表格软件抹掉。',
      remedy: asText,
    },
    'id-number-old-15': { says: () => '这是 15 位旧身份证号。', remedy: '请填写现用的 18 位号码。' },
    'id-number-length': { says: ({ length }) => `身份证号有 ${length} 位，应为 18 位。`, remedy: checkId },
    'id-number-characters': { says: () => '身份证号里有数字和末位 X 以外的字符。', remedy: checkId },
    'id-number-region': { says: ({ region }) => `身份证号开头 ${region} 不是有效的行政区划。`, remedy: checkId },
    'id-number-birth-date': { says: ({ birthDate }) => `身份证号里的出生日期 ${birthDate} 不存在。`, remedy: checkId },
    'id-number-age': {
      says: ({ birthDate, ageYearsMin, ageYearsMax }) =>
        `按身份证号出生于 ${birthDate}，年龄不在 ${ageYearsMin}–${ageYearsMax} 岁之间。`,
      remedy: checkId,
    },
    'id-number-check': {
      says: ({ expected, found }) => `身份证号校验位是 ${found}，按前 17 位应为 ${expected}，号码有误。`,
      remedy: checkId,
    },
    'birth-date-differs': {
      says: ({ written, fromNumber }) => `出生日期写 ${written}，身份证号里是 ${fromNumber}。`,
      remedy: '两处必有一错，请对照身份证原件更正。',
    },
    'sex-differs': {
      says: ({ written }) => `性别写“${written === 'male' ? '男' : '女'}”，与身份证号不符。`,
      remedy: '两处必有一错，请对照身份证原件更正。',
    },
    'credit-code-missing': { says: () => '没有统一社会信用代码。', remedy: '请按营业执照补填。' },
    'credit-code-scientific': { says: ({ text }) => `统一社会信用代码被表格软件改成了 ${text}。`, remedy: asText },
    'credit-code-length': {
      says: ({ length }) => `统一社会信用代码有 ${length} 位，应为 18 位。`,
      remedy: '请按营业执照更正。',
    },
    'credit-code-characters': {
      says: () => '统一社会信用代码里有不会出现的字符（如 I、O、S、V、Z）。',
      remedy: '请按营业执照更正。',
    },
    'credit-code-check': {
      says: ({ expected, found }) => `统一社会信用代码校验位是 ${found}，应为 ${expected}。`,
      remedy: '请按营业执照更正。',
    },
    'credit-code-organisation': {
      says: () => '统一社会信用代码里的组织机构代码校验不通过。',
      remedy: '请按营业执照更正。',
    },
    'phone-missing': { says: () => '没有电话号码。', remedy: '请补填手机号。' },
    'phone-digits-lost': { says: ({ text }) => `电话号码被表格软件改成了 ${text}。`, remedy: asText },
    'phone-unreadable': {
      says: ({ text }) => `“${text}”不是电话号码。`,
      remedy: '请填 11 位手机号，或带区号的固定电话。',
    },
    'phone-several': {
      says: ({ count }) => `一格里有 ${count} 个电话。`,
      remedy: '请只留本人常用的一个：提醒发错号码等于没有提醒。',
    },
    'certificate-number-missing': { says: () => '没有证书编号。', remedy: '请按证件补填。' },
    'certificate-number-damaged': {
      says: ({ text }) => `证书编号被表格软件改成了 ${text}，数字已经丢失。`,
      remedy: asText,
    },
    'certificate-number-length': {
      says: ({ length, lengthMax }) => `证书编号有 ${length} 个字符，最多 ${lengthMax} 个。`,
      remedy: '请检查是否填错了列。',
    },
    'certificate-number-characters': { says: () => '证书编号里有不应出现的字符。', remedy: '请按证件更正。' },
    'certificate-number-holder': {
      says: () => '证书编号由持证人身份证号组成，但其中的号码校验不通过。',
      remedy: '请按证件更正；丢失的数字系统不会猜测。',
    },
    'date-missing': { says: () => '没有日期。', remedy: writeDate },
    'date-unreadable': { says: ({ text }) => `“${text}”看不出是哪一天。`, remedy: writeDate },
    'date-range-unreadable': {
      says: ({ text }) => `“${text}”看不出起止日期。`,
      remedy: '请写成 2023-05-01 至 2029-04-30。',
    },
    'time-impossible': {
      says: ({ text }) => `“${text}”里的时间钟表上没有（小时最多 23，分和秒最多 59）。`,
      remedy: '请按原始记录更正。',
    },
    'date-impossible': { says: ({ text }) => `日历上没有“${text}”这一天。`, remedy: '请按证件或记录更正。' },
    'date-order-ambiguous': {
      says: ({ text, one, other }) => `“${text}”可以是 ${one}，也可以是 ${other}。`,
      remedy: writeDate,
    },
    'date-year-two-digits': { says: ({ text }) => `“${text}”的年份不足四位。`, remedy: writeDate },
    'date-day-missing': { says: ({ text }) => `“${text}”没有写到日。`, remedy: writeDate },
    'date-serial-out-of-range': { says: ({ serial }) => `数字 ${serial} 不是日期。`, remedy: writeDate },
    'date-out-of-range': {
      says: ({ text, yearMin, yearMax }) => `“${text}”的年份不在 ${yearMin}–${yearMax} 之间。`,
      remedy: writeDate,
    },
    'date-unlimited-not-allowed': { says: () => '这里要写具体日期，不能写“长期”。', remedy: writeDate },
    'dates-reversed': {
      says: ({ from, through }) => `起始 ${from} 晚于截止 ${through}。`,
      remedy: '请按证件更正其中一个。',
    },
    'date-in-future': { says: ({ date }) => `${date} 还没有到。`, remedy: '请按实际发生的日期更正。' },
    'name-missing': { says: () => '没有姓名。', remedy: '请补填姓名。' },
    'name-unreadable': {
      says: ({ text }) => `“${text}”不像姓名。`,
      remedy: '请检查是否填错了列，姓名里不要带数字和备注。',
    },
    'text-too-long': {
      says: ({ length, lengthMax }) => `内容有 ${length} 个字，最多 ${lengthMax} 个。`,
      remedy: '请检查是否填错了列。',
    },
    'cell-error': { says: ({ error }) => `单元格是错误值 ${error}。`, remedy: '请修正公式，或直接填写内容。' },
    'verdict-missing': { says: () => '没有体检结论。', remedy: '请按体检报告填写结论。' },
    'verdict-unknown': {
      says: ({ text }) => `看不懂结论“${text}”。`,
      remedy: '请写：合格、限制（注明限制的作业）、不合格或待复查。',
    },
    'restriction-unknown': {
      says: ({ text }) => `“${text}”没有说明限制哪种作业。`,
      remedy: '请写明：高处、受限空间、电工、噪声、夜班或化学毒物。',
    },
    'blood-pressure-unreadable': { says: ({ text }) => `“${text}”不是血压值。`, remedy: '请写成 128/82。' },
    'number-unreadable': { says: ({ text }) => `“${text}”不是数字。`, remedy: '请只填数字。' },
    'category-missing': { says: () => '没有写明类别或项目。', remedy: '请按证件或培训记录补填。' },
    'category-unknown': {
      says: ({ text }) => `不认识类别“${text}”。`,
      remedy: '请按证件上的准操项目全称填写，如“熔化焊接与热切割作业”。',
    },
    'employment-unknown': { says: ({ text }) => `不认识状态“${text}”。`, remedy: '请写在职或离职。' },
    'employer-missing': { says: () => '没有写承包商名称。', remedy: '请补填所属单位全称。' },
    'position-missing': { says: () => '没有写岗位。', remedy: '请补填岗位名称。' },
    'operation-unknown': { says: ({ text }) => `不认识作业“${text}”。`, remedy: '请用八大作业的名称。' },
    'level-unknown': {
      says: ({ text }) => `“${text}”没有说明是哪一级。`,
      remedy: '请在列头写明级别，或在格里写级别名称。',
    },
    'mark-unknown': { says: ({ text }) => `看不懂“${text}”。`, remedy: '可以从事写 √，不可以写 × 或留空。' },
    'person-key-missing': { says: () => '只有姓名，无法确定是谁。', remedy: '请补填身份证号或工号。' },
    'person-unknown': {
      says: ({ name }) => `人员档案里没有${name}。`,
      remedy: '请先导入花名册；如花名册该行有错，请先改正那一行。',
    },
    'person-ambiguous': {
      says: ({ name, count }) => `本部门有 ${count} 个${name}。`,
      remedy: '请补填身份证号或工号。',
    },
    'holder-name-differs': {
      says: ({ written, known, where }) => `身份证号属于${known}（${at(where)}），这里姓名是${written}。`,
      remedy: '证件与持证人不符，请查证件原件后更正姓名或号码。',
    },
    'holder-number-differs': {
      says: () => '证书编号里的身份证号与本行身份证号不是同一个人。',
      remedy: '证件与持证人不符，请查证件原件后更正。',
    },
    'staff-number-names-another': {
      says: ({ staffNumber, known, where }) => `工号 ${staffNumber} 是${known}的（${at(where)}）。`,
      remedy: '请更正工号或姓名。',
    },
    'person-name-differs': {
      says: ({ written, known, where }) => `同一身份证号，这里是${written}，${at(where)}是${known}。`,
      remedy: '请对照身份证原件，更正写错的一处。',
    },
    'person-id-differs': {
      says: ({ name, where }) => `${name}的身份证号与${at(where)}的不同。`,
      remedy: '可能是同一人号码写错，也可能是两个人；请对照身份证原件。',
    },
    'person-value-differs': {
      says: ({ field, written, known, where }) =>
        written === '' && known === ''
          ? `${fieldName(field)}与${at(where)}的不同。`
          : `${fieldName(field)}：这里${shown(written)}，${at(where)}是${shown(known)}。`,
      remedy: decide,
    },
    'credential-dates-differ': {
      says: ({ field, written, known, where }) =>
        `同一证件的${fieldName(field)}：这里${shown(written)}，${at(where)}是${shown(known)}。`,
      remedy: '请对照证件原件，确定以哪一份为准。',
    },
    'later-issue-earlier-expiry': {
      says: ({ issuedOn, validThrough, knownIssuedOn, knownValidThrough, where }) =>
        `${issuedOn} 发证却到 ${shown(validThrough)}，而 ${knownIssuedOn} 发的证到 ${shown(knownValidThrough)}（${at(where)}）：后发的先到期。`,
      remedy: '请对照两张证件的原件。',
    },
    'verdict-differs': {
      says: ({ date, written, known, where }) =>
        `${date} 的体检结论：这里${shown(written)}，${at(where)}是${shown(known)}。`,
      remedy: '请对照体检报告，确定以哪一份为准。',
    },
    'level-differs': {
      says: ({ written, known, where }) => `同一岗位的授权级别：这里${shown(written)}，${at(where)}是${shown(known)}。`,
      remedy: decide,
    },
    'changed-after-preview': { says: () => '预览之后系统里的记录变了。', remedy: '请重新预览后再导入。' },
    'row-blank': { says: () => '空行。', remedy: '无须处理。' },
    'row-total': { says: ({ text }) => `合计行（${text}）。`, remedy: '无须处理。' },
    'row-note': { says: ({ text }) => `说明文字（${text}）。`, remedy: '无须处理。' },
    'row-title': { says: ({ text }) => `标题（${text}）。`, remedy: '无须处理。' },
    'row-header': { says: () => '表头。', remedy: '无须处理。' },
    'row-hidden': { says: () => '该行在表格里是隐藏的。', remedy: '确需导入时，请勾选“包括隐藏行”后重新预览。' },
    'row-repeated': { says: ({ sheet, row }) => `与“${sheet}”第 ${row} 行重复。`, remedy: '无须处理。' },
    'row-no-mark': { says: () => '该岗位没有任何标记。', remedy: '如确实没有授权，无须处理。' },
    'row-older': {
      says: ({ date, knownDate }) => `${date} 的记录早于已有的 ${knownDate}。`,
      remedy: '无须处理：以较新的为准。',
    },
    'sheet-hidden': { says: () => '该工作表是隐藏的。', remedy: '确需导入时请手动选择读取。' },
    'sheet-empty': { says: () => '该工作表是空的。', remedy: '无须处理。' },
    'sheet-left-out': { says: () => '您选择了不读取。', remedy: '需要时可重新选择。' },
    'sheet-unrecognised': {
      says: () => '没有认出表头，看起来不是台账。',
      remedy: '如是台账，请手动指定表头行和各列含义。',
    },
    'header-is-data': {
      says: () => '这一行里有身份证号、电话等号码，是数据，不是表头。',
      remedy: '请选列名所在的那一行。',
    },
    'column-missing': { says: ({ field }) => `没有找到“${fieldName(field)}”列。`, remedy: '请指定哪一列是它。' },
    'column-twice': {
      says: ({ field }) => `有两列都指定为“${fieldName(field)}”。`,
      remedy: '请只留一列，另一列改作别的或不读。',
    },
    'undo-not-committed': { says: () => '这次导入没有生效，不用撤销。', remedy: '无须处理。' },
    'undo-too-late': {
      says: ({ hours, hoursMax }) => `导入已过 ${hours} 小时，只能在 ${hoursMax} 小时内撤销。`,
      remedy: '请导入更正后的台账。',
    },
    'undo-replaced-later': {
      says: ({ count, where }) => `有 ${count} 处内容后来又被更新（如 ${at(where)}）。`,
      remedy: '请先撤销后面的导入。',
    },
    'undo-built-upon': {
      says: ({ count, name }) => `有 ${count} 名由它新增的人员已在使用（如${name}）。`,
      remedy: '请导入更正后的台账，不要撤销。',
    },
    'undo-relied-on': {
      says: ({ count, job }) => `已有 ${count} 个作业决定依据了它带来的资料（如作业 ${job}）。`,
      remedy: '请导入更正后的台账，不要撤销。',
    },
    'file-too-large': {
      says: ({ sizeMegabytes, sizeMegabytesMax }) => `文件有 ${sizeMegabytes} MB，上限 ${sizeMegabytesMax} MB。`,
      remedy: '请拆成几个文件。',
    },
    'file-empty': { says: () => '文件是空的。', remedy: '请重新导出。' },
    'file-type-unknown': { says: ({ name }) => `不认识“${name}”的类型。`, remedy: '请另存为 .xlsx 或 .csv。' },
    'file-type-differs': {
      says: ({ name, found }) => `“${name}”的内容其实是 ${found}。`,
      remedy: '请用表格软件打开后另存为 .xlsx 或 .csv。',
    },
    'file-legacy-xls': { says: () => '这是旧的 .xls 格式。', remedy: '请用表格软件打开，另存为 .xlsx。' },
    'file-encrypted': { says: () => '文件加了密码。', remedy: '请去掉密码后再导入。' },
    'file-damaged': { says: ({ part }) => `文件损坏，读到 ${part} 读不下去。`, remedy: '请用表格软件打开后另存一份。' },
    'file-expands-too-much': {
      says: ({ sizeMegabytesMax }) => `文件解压后超过 ${sizeMegabytesMax} MB。`,
      remedy: '请删掉多余的格式和空行，或拆成几个文件。',
    },
    'file-text-encoding': { says: () => '文件里有无法识别的文字编码。', remedy: '请另存为 UTF-8 编码的 .csv。' },
    'rows-too-many': { says: ({ rowsMax }) => `超过 ${rowsMax} 行。`, remedy: '请拆成几个文件。' },
    'files-too-many': { says: ({ filesMax }) => `一次最多 ${filesMax} 个文件。`, remedy: '请分几次导入。' },
    'columns-too-many': { says: ({ columnsMax }) => `超过 ${columnsMax} 列。`, remedy: '请删掉多余的列。' },
    'sheets-too-many': { says: ({ sheetsMax }) => `超过 ${sheetsMax} 个工作表。`, remedy: '请拆成几个文件。' },
    'cell-too-long': {
      says: ({ row, charactersMax }) => `第 ${row} 行超过 ${charactersMax} 个字符。`,
      remedy: '请检查该行是否粘贴了不该有的内容。',
    },
  },
}

import type { Hazard } from '../../job/site-records.ts'

/** Hazards that come with a kind of work, offered while the analysis is written; the leader keeps and mends what fits. */
export const hazardsZhCn: { readonly [operation: string]: readonly Hazard[] } = {
  'hot-work': [
    {
      hazard: '火花引燃周围可燃物',
      consequence: '火灾',
      measures: '清理 15 米内可燃物,地沟、孔洞封盖,铺灭火毯,备灭火器',
    },
    { hazard: '设备、管线内残留可燃介质', consequence: '爆炸', measures: '断开或加盲板,置换合格,动火前 30 分钟内检测' },
    { hazard: '高温焊渣飞溅', consequence: '烧伤、烫伤', measures: '戴面罩手套,设接火盆,下方禁止站人' },
    { hazard: '焊机漏电', consequence: '触电', measures: '焊机接地,电缆完好,潮湿处垫绝缘板' },
  ],
  'confined-space': [
    { hazard: '缺氧或有毒气体', consequence: '窒息、中毒', measures: '强制通风,上中下三处检测,携带检测仪连续检测' },
    { hazard: '介质串入', consequence: '中毒、淹溺', measures: '加盲板并挂牌,专人负责盲板' },
    { hazard: '搅拌器等转动设备误启动', consequence: '机械伤害', measures: '断电、上锁、挂牌,钥匙由监护人保管' },
    { hazard: '出入口受阻、救援困难', consequence: '伤害扩大', measures: '出入口畅通,三脚架和安全绳就位,外面两人待命' },
  ],
  blinding: [
    { hazard: '拆法兰时介质喷出', consequence: '中毒、灼伤', measures: '泄压确认,人站上风侧,戴呼吸器和面罩' },
    { hazard: '盲板装错或漏拆', consequence: '介质串通', measures: '按盲板图编号,装拆各拍照并签字' },
  ],
  'work-at-height': [
    { hazard: '人员坠落', consequence: '伤亡', measures: '全身式安全带高挂低用,临边设护栏' },
    { hazard: '工具、材料掉落', consequence: '物体打击', measures: '工具系绳,下方设警戒区' },
  ],
  lifting: [
    { hazard: '吊物坠落或摆动', consequence: '伤亡', measures: '检查索具,设溜绳,吊臂和吊物下禁止站人' },
    { hazard: '吊车倾覆', consequence: '伤亡、设备损坏', measures: '支腿垫实,核对载荷表,风大停吊' },
  ],
  'temporary-power': [
    { hazard: '线路漏电', consequence: '触电', measures: '一机一闸一漏保,电缆架空或穿管' },
    { hazard: '防爆区用了普通电器', consequence: '爆炸', measures: '使用防爆电器,送电前检测可燃气体' },
  ],
  excavation: [
    { hazard: '挖断地下电缆、管线', consequence: '触电、泄漏', measures: '查图并人工探挖,会签到齐' },
    { hazard: '坑壁坍塌', consequence: '掩埋', measures: '按土质放坡或支护,堆土离坑边 1 米以外' },
  ],
  'road-closing': [
    { hazard: '车辆误入断路段', consequence: '车辆伤害', measures: '设路栏、警示灯和绕行牌,专人指挥' },
    { hazard: '消防车无法通行', consequence: '救援延误', measures: '通知消防和调度,标明绕行路线' },
  ],
}

type Span =
  | { readonly unit: 'days'; readonly days: number; readonly hours: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly seconds: number }

type Due = { readonly span: string; readonly at: string }

export const uiZhCn = {
  safety: { must: '必须做', due: '快到时', stopped: '已停止', met: '已满足', notOpen: '未开启' },
  time: {
    span: (span: Span): string => {
      switch (span.unit) {
        case 'days':
          return span.hours > 0 ? `${span.days} 天 ${span.hours} 小时` : `${span.days} 天`
        case 'hours':
          return span.minutes > 0 ? `${span.hours} 小时 ${span.minutes} 分` : `${span.hours} 小时`
        case 'minutes':
          return `${span.minutes} 分钟`
        case 'seconds':
          return `${span.seconds} 秒`
      }
    },
    left: ({ span, at }: Due): string => `还剩 ${span}(${at} 前)`,
    over: ({ span, at }: Due): string => `已超 ${span}(应在 ${at} 前)`,
  },
  hold: { hint: '按住 1 秒', keepHolding: '继续按住…' },
  refusals: {
    count: (count: number): string => `${count} 项`,
    why: '为什么',
    fixer: (who: string): string => `由${who}处理`,
  },
  track: { opensAfter: '完成上一步后开启' },
  camera: {
    shutter: '拍照',
    use: '用这张',
    retake: '重拍',
    retry: '再试一次',
    starting: '正在打开相机…',
    denied: '没有相机权限。请在手机设置里允许使用相机,然后再试一次。',
    missing: '打不开相机。请确认相机没有被别的应用占用,并且用 https 地址打开。',
    good: '清楚,可以用',
    flaw: { dark: '太暗,看不清。开灯或换个角度', blurred: '模糊,拿稳再拍', 'same-as-before': '和之前的照片一样' },
  },
  scan: {
    aim: '把二维码放进框里,自动识别',
    wedge: '也可以用扫码枪',
    denied: '没有相机权限。请在手机设置里允许使用相机,或用扫码枪。',
    missing: '打不开相机。可以用扫码枪。',
  },
  sheet: { close: '关闭' },
  pin: { entered: (count: number, length: number): string => `已输 ${count} 位,共 ${length} 位`, erase: '退一格' },
  table: { total: (count: number): string => `共 ${count} 条` },
  progress: {
    rows: (done: string, total: string): string => `${done} / ${total} 行`,
    rate: (rows: string): string => `每秒 ${rows} 行`,
    left: (span: string): string => `还需 ${span}`,
    cancel: '停止',
  },
  files: {
    choose: '选择文件',
    refusedKind: (name: string): string => `${name}:不是可以导入的文件`,
    refusedSize: (name: string, megabytesMax: number): string => `${name}:超过 ${megabytesMax} MB`,
  },
}

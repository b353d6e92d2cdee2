import { evidenceZhCn } from '../evidence.zh-cn.ts'

/** Pictures and positions that are handed in, on every page that takes them. */
export const captureZhCn = {
  refused: evidenceZhCn,
  preparing: '正在准备拍照…',
  takeAgain: '重新拍',
  near: '和之前的照片很像,会提示审核的人',
  position: {
    off: '没有定位',
    waiting: '正在定位…',
    denied: '没有定位权限。请在手机设置里允许定位。',
    unavailable: '收不到定位。请走到开阔处,或打开 GPS。',
    known: (accuracyMetres: number): string => `已定位,误差 ${accuracyMetres} 米`,
    inside: (accuracyMetres: number): string => `在作业区域内,误差 ${accuracyMetres} 米`,
    outside: (distanceMetres: number): string => `离作业区域 ${distanceMetres} 米,请走近`,
    unclear: (accuracyMetres: number): string => `误差 ${accuracyMetres} 米,还不能确认在作业区域内`,
  },
}

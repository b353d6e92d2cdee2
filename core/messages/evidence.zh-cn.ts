import type { CodeKind, EvidenceRefusalCode, EvidenceRefusalParams } from '../evidence/evidence-refusal.ts'

/** What is wrong with a capture or a scan, and what to do now. */
export type EvidenceWords = { readonly [C in EvidenceRefusalCode]: (params: EvidenceRefusalParams[C]) => string }

const codeNames: Readonly<Record<CodeKind, string>> = {
  fan: '风机',
  detector: '检测仪',
  place: '作业部位',
  site: '现场',
}

export const evidenceZhCn: EvidenceWords = {
  'picture-type-unfit': () => '这个文件不是 JPEG、PNG 或 WebP 照片，请在本页重新拍照。',
  'picture-type-mismatch': ({ claimed, found }) => `文件标为 ${claimed}，内容却是 ${found}，请在本页重新拍照。`,
  'picture-too-many-bytes': ({ bytes, bytesMax }) =>
    `照片有 ${toMegabytes(bytes)} MB，上限 ${toMegabytes(bytesMax)} MB，请调低相机分辨率后重拍。`,
  'picture-too-many-pixels': ({ pixels, pixelsMax }) =>
    `照片有 ${toTenThousands(pixels)} 万像素，上限 ${toTenThousands(pixelsMax)} 万，请调低相机分辨率后重拍。`,
  'picture-too-small': ({ widthPixels, heightPixels, edgePixelsMin }) =>
    `照片只有 ${widthPixels} × ${heightPixels} 像素，每边至少 ${edgePixelsMin}，请重新拍照。`,
  'recording-too-many-bytes': () => '录音太长，请只念读数，重新录音。',
  'recording-empty': () => '没有录到声音，请检查麦克风，重新录音。',
  'picture-unreadable': () => '照片打不开，可能没有传完整，请重新拍照。',
  'capture-not-in-app': () => '相册里的照片不能作为证据，请在本页现场拍照。',
  'capture-ticket-unknown': () => '没有找到这次拍摄的凭据，请从作业页面重新打开相机。',
  'capture-ticket-expired': () => '拍摄时凭据已过期，请从作业页面重新打开相机再拍。',
  'capture-ticket-not-yet-valid': () => '照片拍摄早于本次凭据，请现场重拍；如果刚才拍的，请核对手机时间。',
  'capture-ticket-used': () => '这份拍摄凭据已用于另一张照片，请从作业页面重新打开相机。',
  'capture-ticket-other-job': () => '这张照片是为另一项作业拍的，请回到本作业页面重拍。',
  'capture-ticket-other-step': () => '这张照片是为另一个步骤拍的，请在当前步骤重拍。',
  'capture-ticket-other-person': () => '拍摄凭据属于另一个人，请用本人账号打开相机再拍。',
  'capture-from-the-future': ({ aheadSeconds }) => `手机时间快了 ${aheadSeconds} 秒，请改为自动对时后重拍。`,
  'code-unreadable': () => '这不是本系统的二维码，请扫现场张贴的码。',
  'code-forged': () => '二维码校验不通过，不是本系统印制的，请报告安全员并更换。',
  'code-of-another-plant': () => '这是另一个厂区的二维码，请扫本厂区张贴的码。',
  'code-of-another-kind': ({ found, expected }) =>
    `这是${codeNames[found]}的二维码，这里要扫${codeNames[expected]}的。`,
}

const toMegabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1)
const toTenThousands = (pixels: number): number => Math.round(pixels / 10_000)

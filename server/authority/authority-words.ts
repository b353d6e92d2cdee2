/** Words of the page that installs the plant's authority on a phone, before there is any session or language to go by. */
export type AuthorityWords = {
  readonly title: string
  readonly why: string
  readonly download: string
  readonly android: readonly string[]
  readonly apple: readonly string[]
  readonly desktop: readonly string[]
  readonly compare: string
  readonly done: string
  readonly otherLanguage: string
}

export const authorityWords: { readonly zh: AuthorityWords; readonly en: AuthorityWords } = {
  zh: {
    title: '在本机安装根证书',
    why: '现场拍照和定位需要安全连接。安装一次即可；此证书只对本厂的内部地址有效，不能用于其他网站。',
    download: '下载根证书',
    android: [
      '点“下载根证书”',
      '打开 设置 → 安全 → 加密与凭据 → 安装证书 → CA 证书',
      '选择 holdpoint-ca.crt，确认安装',
    ],
    apple: [
      '用 Safari 打开本页，点“下载根证书”，点“允许”',
      '打开 设置 → 已下载描述文件 → 安装',
      '打开 设置 → 通用 → 关于本机 → 证书信任设置，打开 Holdpoint 的开关',
    ],
    desktop: ['下载后双击文件', '安装到“受信任的根证书颁发机构”', '重新打开浏览器'],
    compare: '安装前请核对指纹与管理员公布的一致：',
    done: '装好了，进入现场端',
    otherLanguage: 'English',
  },
  en: {
    title: 'Install the authority on this device',
    why: 'Camera and position need a secure connection. Install it once; it is good for the addresses inside this plant only, and for no other site.',
    download: 'Download the authority',
    android: [
      'Tap “Download the authority”',
      'Open Settings → Security → Encryption & credentials → Install a certificate → CA certificate',
      'Choose holdpoint-ca.crt and confirm',
    ],
    apple: [
      'Open this page in Safari, tap “Download the authority”, then “Allow”',
      'Open Settings → Profile Downloaded → Install',
      'Open Settings → General → About → Certificate Trust Settings and switch Holdpoint on',
    ],
    desktop: [
      'Double-click the downloaded file',
      'Install it under “Trusted Root Certification Authorities”',
      'Open the browser again',
    ],
    compare: 'Before installing, compare this fingerprint with the one that your administrator published:',
    done: 'Installed: go to the field app',
    otherLanguage: '中文',
  },
}

/** Proving a signature: the own number and the own hand. */
export const signingZhCn = {
  pinTitle: '输入签到密码,证明是您本人',
  pinLead: '这一步按本厂规定要再输一次 6 位密码',
  pinSending: '正在核对…',
  pinUnset: '您还没有密码。用登录密码设一个,再回来签。',
  pinLocked: '连错 5 次已锁住。15 分钟后再试,或在这里重设。',
  draw: '加手写签名(可不加)',
  drawTitle: '在框内手写签名',
  drawn: '已附手写签名',
  drawAgain: '重写',
  drawUse: '用这个签名',
  drawLine: '签名',
  drawWaiting: '签名已存在手机上,连上网才能附上;也可以不附,直接签',
  drawRefused: '签名没有附上,再写一次',
}

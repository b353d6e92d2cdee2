/** The stop page is one tiny file that must speak before anything is loaded, so these are plain texts, both languages side by side. */
export const stopZhCn = {
  title: '停止作业',
  lead: '看到危险,马上按。不用登录,没有人会怪您。',
  button: '停止作业',
  note: '怎么了?(可以不填)',
  sending: '正在发送…',
  recorded: '已记录停止。请离开危险处,通知身边的人。',
  waiting: '没有网络。已存在这台手机上,正在重试。请先大声喊停,通知身边的人!',
  unplaced: '这里没有登记在案的作业,没有停下任何作业。请大声喊停,马上告诉现场负责人!',
}

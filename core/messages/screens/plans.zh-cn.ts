/** A written plan as a file. */
export const plansZhCn = {
  title: '方案文件',
  how: '上传已经审批的方案:PDF、Word(.docx)或照片,最多 20 MB。审批人签字前能打开看。',
  choose: '选择文件上传',
  replace: '换一个文件',
  uploading: '正在上传…',
  kept: (name: string): string => `已上传:${name}`,
  name: '方案名称',
  drawnUpBy: '编制人',
  approvedBy: '审批人',
  approvedOn: '审批日期',
  open: (title: string): string => `打开方案:${title}`,
  line: (drawnUpBy: string, approvedBy: string, on: string): string => `${drawnUpBy}编制 · ${approvedBy} ${on} 批准`,
  needed: '必须上传经审批的方案文件',
}

import type { ScreenWords } from '../screens.zh-cn.ts'

export const plansEn: ScreenWords['plans'] = {
  title: 'The plan as a file',
  how: 'Upload the approved plan: PDF, Word (.docx) or a picture of it, 20 MB at most. Approvers can open it before they sign.',
  choose: 'Choose a file to upload',
  replace: 'Replace the file',
  uploading: 'Uploading…',
  kept: (name) => `Uploaded: ${name}`,
  name: 'Title of the plan',
  drawnUpBy: 'Drawn up by',
  approvedBy: 'Approved by',
  approvedOn: 'Approved on',
  open: (title) => `Open the plan: ${title}`,
  line: (drawnUpBy, approvedBy, on) => `Drawn up by ${drawnUpBy} · approved by ${approvedBy} on ${on}`,
  needed: 'The approved plan has to be uploaded as a file',
}

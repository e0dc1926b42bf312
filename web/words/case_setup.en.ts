import type { CaseSetupWords } from './case_setup.zh-CN.ts'

export const caseSetupEn: CaseSetupWords = {
  departments: 'Departments',
  departmentsAbout:
    'Kinds name a duty (“city management”). Here you say which organisation has it where; the smallest territory counts.',
  ofKinds: 'kinds: {{n}}',
  nobody: 'No organisation has it yet: cases of these kinds would go to nobody.',
  takeAway: 'Take away {{name}}',
  add: 'Name an organisation',
  organisation: 'Organisation',
  territory: 'Territory',
  save: 'Save',
  calendar: 'Office days',
  hours: 'Office hours {{hours}}. Working hours and working days run in office time only; urgent cases never stop.',
  yearUnknown:
    'The holidays of {{year}} are not entered yet: only weekends are left out. Add them below when the notice is published.',
  notice: 'Notice of the General Office of the State Council ({{source}})',
  worked: 'worked: {{days}}',
  own: 'Days of our own',
  ownNone: 'None. Days that differ from the notice are added here.',
  kinds: { workday: 'Working day', holiday: 'Day off' },
  day: 'Day',
  kind: 'Kind',
  name: 'Name (optional)',
  addDay: 'Add this day',
}

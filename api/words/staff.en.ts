import type { staffZhCN } from './staff.zh-CN.ts'

const STANDING: Readonly<Record<string, string>> = { A: 'first (A)', B: 'substitute (B)', joint: 'jointly responsible' }

export const staffEn: typeof staffZhCN = {
  record_not_found: ({ id }) => `There is no record “${id}”.`,
  record_twice: () => 'There is a record with this name or number already.',
  link_unknown: () => 'The organisation, post or person it refers to does not exist.',
  tenures_overlap: () => 'This person holds this post in that time already.',
  organisation_in_itself: () => 'An organisation can’t belong to itself or to one below it.',
  id_invalid: ({ name }) => `“${name}” must be the number of a record.`,
  sheet_format_unknown: ({ known }) => `format must be one of ${known}.`,
  end_before_start: () => 'The end must be later than the start.',
  rows_refused: ({ count }) =>
    `${count} ${count === 1 ? 'row is' : 'rows are'} refused, so nothing was done. Each row comes with its reason.`,
  layer_unassignable: ({ layer }) => `There is no layer “${layer}”, or nobody can be responsible for its features.`,
  role_not_for_layer: ({ role, layer }) => `“${layer.en}” do not have the role “${role.en}”.`,
  person_unknown: ({ person }) => `There is no such person: “${person}”.`,
  person_left: ({ left_on }) => `This person left on ${left_on} and can’t be responsible from then on.`,
  person_ambiguous: ({ name, count }) => `${count} people are called “${name}”: give the staff number.`,
  person_unsaid: () => 'Give the staff number, or name and organisation.',
  code_of_other: ({ name }) => `This staff number belongs to “${name}”, not to the name in this row.`,
  organisation_unknown: ({ name }) => `There is no organisation “${name}”. Add it first.`,
  organisation_ambiguous: ({ name, count }) => `${count} organisations are called “${name}”: give the territory code.`,
  object_unknown: ({ object }) => `There is no object “${object}” on the map.`,
  object_ambiguous: ({ object, count }) =>
    `${count} objects have the code “${object}”: give the scheme, or mend the repeated codes first.`,
  object_not_valid: ({ valid_from, valid_to }) =>
    `The object is valid from ${valid_from}${valid_to ? ` until ${valid_to}` : ''}; nobody can be responsible for it beyond that.`,
  stretch_invalid: () => 'Give both ends of the stretch, the second greater than the first.',
  stretch_not_linear: ({ layer }) => `“${layer.en}” are not linear: they have no stretches.`,
  chainage_outside: ({ begin_m, end_m }) =>
    `The chainage lies outside the object, which goes from ${Math.round(begin_m)} m to ${Math.round(end_m)} m.`,
  assignments_overlap: (held) =>
    held
      ? `“${held.person}” is ${STANDING[held.standing]} already, from ${held.valid_from}${held.valid_to ? ` until ${held.valid_to}` : ''}${
          held.chainage_from_m === null
            ? ''
            : `, chainage ${Math.round(held.chainage_from_m)}–${Math.round(held.chainage_to_m!)} m`
        }.`
      : 'Somebody has this role on this object at that time already.',
  assignment_twice: ({ other }) => `Repeats row ${other}: the same object, role and time.`,
  assignment_begun: () => 'This assignment is in force: it can be ended, not deleted.',
  area_empty: () => 'The area holds no object of this layer.',
  objects_too_many: ({ maximum }) => `At most ${maximum} objects at once.`,
  successor_is_leaver: () => 'Nobody can hand over to himself.',
  form_expected: () => 'Send one file as multipart/form-data.',
  file_missing: () => 'Attach one file to the form, and only one.',
  file_empty: () => 'The file holds no data: headings in the first row, and at least one row below.',
  file_type_unsupported: () => 'Only .xlsx workbooks and CSV texts are taken; save an old .xls as .xlsx.',
  file_damaged: () => 'The file is damaged or locked by a password and can’t be read.',
  workbook_bomb: () => 'The workbook is too large when unpacked and was refused.',
  text_encoding_unknown: () => 'The text is in no known encoding: save it as UTF-8 or GB18030.',
  csv_damaged: () => 'The quotes in the CSV do not match; it can’t be read.',
  rows_too_many: ({ maximum }) => `At most ${maximum} rows at once: split the file.`,
  columns_too_many: ({ maximum }) => `At most ${maximum} columns.`,
  cell_too_long: ({ maximum }) => `A cell has more than ${maximum} characters.`,
  column_twice: ({ name }) => `The column “${name}” comes twice.`,
  columns_missing: ({ missing }) => `Columns are missing: ${missing.map(({ en }) => `“${en}”`).join(', ')}.`,
  cell_formula: () => 'The cell is a formula. Paste its value, then import again.',
  cell_active: () => 'The cell begins with =, +, -, @ or a tab, which spreadsheets take for a formula; it was refused.',
  cell_invalid: () => 'The content of the cell is not as it should be.',
  cell_empty: () => 'A cell that is needed is empty.',
  code_rounded: () =>
    'The spreadsheet took the code for a number and rounded it (as in 4.10882E+14). Make the column text and enter it again.',
  day_unreadable: ({ text }) => `“${text}” is no day that can be read: write 2026-01-01.`,
  metres_unreadable: ({ text }) => `“${text}” is no chainage that can be read: write metres, or K1+200.`,
  choice_unknown: ({ text, known }) => `There is no value “${text}”. Values: ${known.join(', ')}.`,
  row_repeated: ({ first, row }) => `Row ${row} is the same person as row ${first}.`,
  export_too_large: ({ maximum }) => `At most ${maximum} rows can be exported at once: narrow the list.`,
}

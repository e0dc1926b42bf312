import { describe, expect, it } from 'vitest'
import { FORMS, missing, written } from '../../web/responsibility/people/forms.ts'
import { faultsCsv, previewText, templateOf } from '../../web/responsibility/people/list_files.ts'
import { peopleFilters } from '../../web/responsibility/people/people_filters.ts'
import { readTo } from '../../web/responsibility/people/successors.ts'
import { sheetAddress } from '../../web/responsibility/sheet/sheet_question.ts'

describe('a form', () => {
  it('names what is needed and empty', () => {
    expect(missing(FORMS.people, { name: '', organisation_id: null })).toEqual(['name', 'organisation_id'])
    expect(missing(FORMS.people, { name: '王芳', organisation_id: 3 })).toEqual([])
  })
  it('sends of a new record what is said, without the blanks around it', () => {
    expect(written(FORMS.people, { name: ' 王芳 ', organisation_id: 3, code: '  ' }, null)).toEqual({
      name: '王芳',
      organisation_id: 3,
    })
  })
  it('sends of a present record what differs, and takes away what was emptied', () => {
    const before = { name: '王芳', organisation_id: 3, telephone: '1234' }
    expect(written(FORMS.people, { ...before, telephone: '' }, before)).toEqual({ telephone: null })
  })
  it('never writes over a number that could not be seen', () => {
    expect(written(FORMS.people, { name: '王芳', mobile: '' }, { name: '王芳' })).toEqual({})
  })
})

describe('a hand-over', () => {
  it('goes to one person', () => {
    expect(readTo({ mode: 'one', one: 5, each: {} })).toBe(5)
    expect(readTo({ mode: 'one', one: null, each: {} })).toBeNull()
  })
  it('goes group by group, and what has no successor is not named', () => {
    expect(readTo({ mode: 'each', one: 5, each: { 'grids/grid_leader': 8, 'roads/road_chief': null } })).toEqual([
      { layer: 'grids', role: 'grid_leader', to: 8 },
    ])
    expect(readTo({ mode: 'each', one: 5, each: { 'roads/road_chief': null } })).toBeNull()
  })
})

describe('lists', () => {
  it('have a template with the headings that an import knows', () => {
    expect(templateOf('people', 'zh-CN')).toBe('\ufeff工号,姓名,单位,区划代码,职务/岗位,专兼职,办公电话,手机,离任日期\r\n')
    expect(templateOf('assignments', 'en')).toMatch(/^\ufeffLayer,Scheme,Code/)
  })
  it('give back what is wrong, row by row', () => {
    const fault = { row: 3, column: '单位', code: 'organisation_unknown', detail: '没有单位“x,y”。' }
    expect(faultsCsv([fault], ['行', '列', '原因'])).toBe('\ufeff行,列,原因\r\n3,单位,"没有单位“x,y”。"\r\n')
  })
  it('show several posts in one cell, and nothing for nothing', () => {
    expect([previewText(['甲', '乙']), previewText(null), previewText(5)]).toEqual(['甲、乙', '', '5'])
  })
  it('are filtered by what is asked for only', () => {
    expect(peopleFilters({ q: '  ', territory: null, organisation: null, left: 'all' })).toEqual({})
    expect(peopleFilters({ q: '王', territory: '410882', organisation: null, left: 'false' })).toEqual({
      q: '王',
      territory: '410882',
      left: 'false',
    })
  })
})

describe('the address of a sheet', () => {
  it('leaves to the server what is left to it', () => {
    const choice = {
      area: '411825',
      scheme: 'order',
      level: null,
      paper: 'A4',
      orientation: 'auto',
      title: ' ',
      language: 'zh-CN',
    } as const
    expect(sheetAddress('pdf', choice, null)).toBe('/api/sheets/responsibility.pdf?area=411825&scheme=order&paper=A4&lang=zh')
    expect(
      sheetAddress('xlsx', { ...choice, level: 2, orientation: 'portrait', title: '图', language: 'en' }, '2026-03-03'),
    ).toBe(
      `/api/sheets/responsibility.xlsx?area=411825&scheme=order&level=2&paper=A4&orientation=portrait&at=2026-03-03&title=${encodeURIComponent('图')}&lang=en`,
    )
  })
})

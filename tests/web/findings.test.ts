import { describe, expect, it } from 'vitest'
import { type Finding, filterQuery, marksOf } from '../../web/responsibility/findings/finding.ts'
import { findingsCsv } from '../../web/responsibility/findings/findings_csv.ts'
import { findingsZh } from '../../web/words/findings.zh-CN.ts'

const finding: Finding = {
  kind: 'vacant',
  role: 'river_chief_village',
  layer: 'river_segments',
  object_id: 7,
  title: '=清河,上段',
  code: '0012',
  scheme: null,
  level: null,
  bbox: [113, 35, 113.1, 35.1],
  point: [113.05, 35.05],
  assignment_id: null,
  person: null,
  since: null,
  metres: 1250.4,
  gaps: [
    { chainage_from_m: 0, chainage_to_m: 250 },
    { chainage_from_m: 1000, chainage_to_m: 2000 },
  ],
  figure: null,
  band: null,
}

describe('the question of a list', () => {
  it('leaves out what is not asked for', () => {
    expect(filterQuery({ territory: null, scheme: null, day: null })).toEqual({})
  })
  it('is narrowed by a group, whose scheme yields to the one that is chosen for all', () => {
    const group = { layer: 'grids', scheme: 'fire', role: 'grid_leader' }
    expect(filterQuery({ territory: '410882', scheme: null, day: '2026-03-03' }, group)).toEqual({
      territory: '410882',
      scheme: 'fire',
      layer: 'grids',
      role: 'grid_leader',
      at: '2026-03-03',
    })
    expect(filterQuery({ territory: null, scheme: 'order', day: null }, group)).toMatchObject({ scheme: 'order' })
  })
})

describe('a list of findings as a file', () => {
  const text = findingsCsv([finding], [], findingsZh, 'zh-CN')
  const [header, line] = text.slice(1).split('\r\n')

  it('says in words what and in whole metres how much', () => {
    expect(header).toBe(
      '问题,图层,编码,名称,网格体系,层级,责任角色,责任人,单位,到期或离任日期,里程（m）,起止桩号,承担数,上限,上限依据',
    )
    expect(line).toContain('空缺,河段,')
    expect(line).toContain(',村级河长,,,,1250,K0+000–K0+250 K1+000–K2+000,')
  })
  it('lets no title be calculated, and no code lose its zeros', () => {
    expect(line).toContain('"\'=清河,上段"')
    expect(line).toContain('"0012\t"')
  })
})

describe('marks on the map', () => {
  it('stand where an object is', () => {
    expect(marksOf([finding], '缺')).toEqual([
      { type: 'Feature', properties: { mark: '缺' }, geometry: { type: 'Point', coordinates: [113.05, 35.05] } },
    ])
  })
  it('frame all that an overloaded person carries', () => {
    const [frame] = marksOf([{ ...finding, kind: 'overloaded', layer: null, object_id: null }], '超')
    expect(frame!.geometry).toMatchObject({ type: 'LineString' })
  })
  it('leave out what has no place', () => {
    expect(marksOf([{ ...finding, bbox: null, point: null }], '缺')).toEqual([])
  })
})

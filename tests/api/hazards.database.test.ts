// Zones of faults and the sites in and near dangers, against distances on the spheroid that PostGIS measures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'

let test: TestApp
let fault: { id: number; location_uncertainty_m: number }
const COUNTY = '411825'
const TOWN = '411825100'

beforeAll(async () => {
  test = await startApp()
  const [row] = await test.database.query<typeof fault>(
    sql`select id, location_uncertainty_m from faults where activity = 'holocene' order by id limit 1`,
  )
  fault = row!
})
afterAll(() => test.close())

const zonesAt = (question: Record<string, string>) =>
  test.json(`/api/hazards/faults/${fault.id}/zones?${new URLSearchParams(question)}`)
const store = (body: object, headers = {}) => test.send('POST', `/api/hazards/faults/${fault.id}/zones`, body, headers)
const zonesInForce = async (): Promise<number[]> =>
  (await zonesAt({ class: 'B', intensity: '8' })).in_force.map(({ id }: Json) => id)
const replaceAll = async (body: object) => store({ ...body, replaces: await zonesInForce() })
const toFault = (geometry: object) =>
  test.database.query<{ distance: number }>(sql`
    select ST_Distance((ST_DumpPoints(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326))).geom::geography,
      (select geom::geography from faults where id = ${fault.id})) as distance`)

/*        ________
 *      /    200+u \
 *     |  ~~~fault~~ |     every vertex of the border is as far from the line as it should be
 *      \__________/                                                                           */
describe('a zone of a fault', () => {
  it('is as far from the line as uncertainty and distance together, on the spheroid, to the millimetre', async () => {
    const { features, answer, uncertainty_m } = await zonesAt({ class: 'B', intensity: '8', investigation_m: '500' })
    expect(answer).toEqual({ kind: 'distance', distance_m: 200 })
    expect(uncertainty_m).toBe(fault.location_uncertainty_m)
    expect(features.map(({ properties }: Json) => properties.kind)).toEqual(['fault_avoidance', 'fault_investigation'])
    for (const [index, distance] of [200, 500].entries()) {
      const reach = fault.location_uncertainty_m + distance
      expect(features[index].properties.reach_m).toBe(reach)
      const distances = (await toFault(features[index].geometry)).map((row) => row.distance)
      expect(distances.length).toBeGreaterThan(4 * 32)
      for (const each of distances) expect(Math.abs(each - reach)).toBeLessThan(0.002)
    }
  })

  it('holds exactly the places that are nearer', async () => {
    const { features } = await zonesAt({ class: 'C', intensity: '9', uncertainty_m: '12.5' })
    const rows = await test.database.query<{ distance: number; inside: boolean }>(sql`
      with zone as materialized (select ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(features[0].geometry)}), 4326) as geom),
        spot as (select (ST_Dump(ST_GeneratePoints(ST_Expand(zone.geom, 0.003), 3000, 11))).geom from zone)
      select ST_Distance(spot.geom::geography, (select geom::geography from faults where id = ${fault.id})) as distance,
        ST_Intersects(zone.geom, spot.geom) as inside from spot, zone`)
    expect(rows.filter(({ inside }) => inside).length).toBeGreaterThan(100)
    for (const { distance, inside } of rows) if (Math.abs(distance - 212.5) > 0.05) expect(inside).toBe(distance < 212.5)
  })

  it('is only for investigation where a study is asked for, and none where nothing is', async () => {
    const study = await zonesAt({ class: 'A', intensity: '9' })
    expect(study.answer).toEqual({ kind: 'special_study', reason: 'class_a' })
    expect(study.features.map(({ properties }: Json) => properties.kind)).toEqual(['fault_investigation'])
    const nothing = await zonesAt({ class: 'A', intensity: '7' })
    expect(nothing).toMatchObject({ answer: { kind: 'not_required', reason: 'intensity' }, features: [] })
    expect(await problemOf(await store({ class: 'A', intensity: 7 }))).toMatchObject({
      status: 409,
      code: 'avoidance_not_required',
    })
  })

  it('is stored with its rule, and ends those before it without deleting any', async () => {
    const old = await test.database.query<{ id: number }>(
      sql`select id from hazard_zones where kind = 'fault_avoidance' and valid_to is null order by id`,
    )
    const { in_force } = await zonesAt({ class: 'B', intensity: '8' })
    const imported = in_force.map(({ id }: Json) => id)
    expect(in_force.find(({ id }: Json) => id === old[0]!.id)).toMatchObject({ kind: 'fault_avoidance', calculated: false })
    const first = await replaceAll({ class: 'B', intensity: 8, investigation_m: 500 })
    expect(first.status).toBe(201)
    const { zones, ended } = (await first.json()) as Json
    expect(ended.sort()).toEqual(imported)
    const second = (await (await replaceAll({ class: 'B', intensity: 9, edition: '2001' })).json()) as Json
    const after = await zonesAt({ class: 'B', intensity: '8' })
    expect(after.in_force.filter(({ calculated }: Json) => calculated).map(({ id }: Json) => id)).toEqual([second.zones[0].id])
    expect(second.ended.sort()).toEqual(zones.map(({ id }: Json) => id).sort())
    const rows = await test.database.query<Json>(sql`
      select kind, basis, edition, valid_to is null or valid_to > today() as in_force, ST_IsValid(canonical) as valid
      from hazard_zones where fault_id = ${fault.id} order by id`)
    expect(rows.map(({ kind, in_force, valid }) => [kind, in_force, valid])).toEqual([
      ['fault_avoidance', false, true],
      ['fault_investigation', false, true],
      ['fault_avoidance', true, true],
    ])
    expect(rows[2]).toMatchObject({ edition: 'GB 50011-2001' })
    expect(rows[2].basis).toContain('9度')
    const [ended_old] = await test.database.query<Json>(
      sql`select valid_to = today() as ended from hazard_zones where id = ${old[0]!.id}`,
    )
    expect(ended_old.ended).toBe(true)
  })

  it('is not stored beside others in force of which nobody said whether they end or go on', async () => {
    const before = await zonesInForce()
    const refused = await store({ class: 'C', intensity: 9, edition: '2001', replaces: [] })
    const problem = (await problemOf(refused)) as Json
    expect(problem).toMatchObject({ status: 409, code: 'zones_in_force', field: 'replaces' })
    expect(problem.current.map(({ id }: Json) => id)).toEqual(before)
    expect(problem.detail).toContain(problem.current[0].name)
    expect(await zonesInForce()).toEqual(before)
    const beside = (await (await store({ class: 'C', intensity: 9, edition: '2001', keeps: before })).json()) as Json
    expect(beside.ended).toEqual([])
    expect(await zonesInForce()).toEqual([...before, beside.zones[0].id])
    expect(await problemOf(await store({ class: 'B', intensity: 9, replaces: before }))).toMatchObject({ code: 'zones_in_force' })
    expect((await replaceAll({ class: 'B', intensity: 9, edition: '2001' })).status).toBe(201)
    expect(await zonesInForce()).toHaveLength(1)
  })

  it('is stored once when two store at the same moment: the other has not seen what is in force by then', async () => {
    const before = await zonesInForce()
    const body = { class: 'B', intensity: 9, edition: '2001' }
    const both = await Promise.all([store({ ...body, replaces: before }), store({ ...body, replaces: before })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    const after = await zonesInForce()
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
    await test.database.query(
      sql`update hazard_zones set valid_to = valid_from where fault_id = ${fault.id} and valid_to is null`,
    )
    const unseen = await Promise.all([store(body), store(body)])
    expect(unseen.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await zonesInForce()).toHaveLength(1)
  })

  it('loses nothing on the way into whole millimetres', async () => {
    const [row] = await test.database.query<{ least: number; most: number }>(sql`
      select min(distance) as least, max(distance) as most from (
        select ST_Distance((ST_DumpPoints(zone.geom)).geom::geography, faults.geom::geography) as distance
        from hazard_zones as zone join faults on faults.id = zone.fault_id
        where faults.id = ${fault.id} and zone.valid_to is null) as border`)
    const reach = fault.location_uncertainty_m + 500
    expect(Math.abs(row!.least - reach)).toBeLessThan(0.003)
    expect(Math.abs(row!.most - reach)).toBeLessThan(0.003)
  })

  it('is refused where nobody knows how uncertain the line is, for unknown questions, and to those who may not', async () => {
    const [bare] = await test.database.query<{ id: number }>(
      sql`insert into faults (name, activity, geom) select '无误差断层', 'holocene', geom from faults where id = ${fault.id} returning id`,
    )
    const at = `/api/hazards/faults/${bare!.id}/zones`
    expect(await problemOf(await test.get(`${at}?class=B&intensity=8`))).toMatchObject({ code: 'fault_uncertainty_missing' })
    expect((await test.get(`${at}?class=B&intensity=8&uncertainty_m=30`)).status).toBe(200)
    await test.database.query(sql`delete from faults where id = ${bare!.id}`)
    for (const question of [
      { class: 'E' },
      { intensity: '5' },
      { edition: '1989' },
      { uncertainty_m: '-1' },
      { uncertainty_m: '9999' },
    ]) {
      const asked = new URLSearchParams({ class: 'B', intensity: '8', ...question })
      expect(await problemOf(await test.get(`/api/hazards/faults/${fault.id}/zones?${asked}`))).toMatchObject({
        status: 400,
        code: 'hazard_question_invalid',
      })
    }
    expect(await problemOf(await store({ class: 'B', intensity: '8' }))).toMatchObject({ status: 422, code: 'body_invalid' })
    for (const field of ['replaces', 'keeps'])
      expect(await problemOf(await store({ class: 'B', intensity: 8, [field]: [999_999] }))).toMatchObject({
        code: 'fault_zone_not_found',
        field,
      })
    const [present] = await zonesInForce()
    expect(await problemOf(await store({ class: 'B', intensity: 8, replaces: [present], keeps: [present] }))).toMatchObject({
      code: 'body_invalid',
      field: 'keeps',
    })
    expect(await problemOf(await test.get('/api/hazards/faults/999999/zones?class=B&intensity=8'))).toMatchObject({ status: 404 })
    const planner = await test.signIn([{ role: 'planner', territory_code: '' }])
    expect((await store({ class: 'B', intensity: 8 }, planner)).status).toBe(403)
    const elsewhere = await test.signIn([{ role: 'emergency', territory_code: '411825200' }])
    const before = await test.database.query(sql`select id, valid_to from hazard_zones order by id`)
    const replaces = await zonesInForce()
    expect(await problemOf(await store({ class: 'B', intensity: 8, replaces }, elsewhere))).toMatchObject({
      code: 'outside_territory',
    })
    expect(await test.database.query(sql`select id, valid_to from hazard_zones order by id`)).toEqual(before)
  })
})

/*   ===== avoidance zone =====      s1 school on the line       → do not build
 *   --- s1 ------------- fault
 *   ==========================      s2 hospital 60 m outside    → watch
 *        s2                         s3 kindergarten far away    → clear                */
describe('the check of sites', () => {
  const check = (body: object, headers = {}) =>
    test.send('POST', '/api/hazards/site-checks', { territory: COUNTY, ...body }, headers)
  const findings = (more = '') => test.json(`/api/hazards/findings?territory=${COUNTY}&limit=1000${more}`)
  const insertSite = async (name: string, kind: string, place: ReturnType<typeof sql>) => {
    const [row] = await test.database.query<{ id: number }>(
      sql`insert into key_sites (code, name, kind, geom) select ${name}, ${name}, ${kind}, ${place} returning id`,
    )
    return row!.id
  }
  let school: number

  beforeAll(async () => {
    const middle = sql`(select ST_LineInterpolatePoint(ST_GeometryN(geom, 1), 0.5) from faults where id = ${fault.id})`
    school = await insertSite('=断层上小学', 'school', middle)
    const reach = fault.location_uncertainty_m + 500
    const beside = sql`ST_Project(${middle}::geography, ${reach + 60}::float8, 0)::geometry`
    await insertSite('带外医院', 'hospital', beside)
  })

  it('finds who is inside and who is near, with distances as PostGIS measures them', async () => {
    const response = await check({ near_m: 150 })
    expect(response.status).toBe(201)
    const totals = (await response.json()) as Json
    expect(totals.sites).toBe(totals.clear + totals.inside + totals.near)
    expect(totals.clear).toBeGreaterThan(0)
    const { findings: found, last_check } = await findings()
    expect(last_check).toMatchObject({ sites: totals.sites, near_m: 150 })
    const sites = new Set(found.map(({ site }: Json) => `${site.layer}/${site.id}`))
    expect(sites.size).toBe(totals.inside + totals.near)
    const own = found.find(({ site, hazard_kind }: Json) => site.id === school && hazard_kind === 'fault_avoidance')
    expect(own).toMatchObject({
      relation: 'inside',
      verdict: 'do_not_build',
      edition: 'GB 50011-2001',
      distance_m: 0,
      result: null,
    })
    expect(own.line_distance_m).toBeLessThan(0.01)
    for (const one of found.filter(({ hazard_layer }: Json) => hazard_layer !== 'geohazard_points')) {
      const [row] = await test.database.query<{ distance: number }>(sql`
        select min(ST_Distance(ST_SetSRID(ST_MakePoint(${one.site.position[0]}::float8, ${one.site.position[1]}::float8), 4326)::geography,
          geom::geography)) as distance
        from hazard_zones where kind = ${one.hazard_kind} and (valid_to is null or valid_to > today())
          and case when ${one.hazard_layer} = 'faults' then fault_id = ${one.hazard_id} else id = ${one.hazard_id} end`)
      expect(Math.abs(one.distance_m - row!.distance)).toBeLessThan(1e-6)
    }
    expect(found.every(({ distance_m }: Json) => distance_m <= 200)).toBe(true)
  })

  it('is of schools alone where that is asked for, and says so', async () => {
    const [schools] = await test.database.query<{ count: number }>(sql`
      select count(*) as count from key_sites join administrative_areas as area on ST_Intersects(area.geom, key_sites.geom)
      where area.code = ${COUNTY} and key_sites.kind = 'school'`)
    expect(await (await check({ near_m: 150, kinds: ['school'] })).json()).toMatchObject({
      sites: schools!.count,
      kinds: ['school'],
    })
    // What was found of others stands as it was.
    expect((await findings()).findings.some(({ site }: Json) => site.kind === 'hospital')).toBe(true)
  })

  it('misses nobody: of all pairs that PostGIS would name, each is found', async () => {
    const pairs = await test.database.query<{ site: number }>(sql`
      select distinct key_sites.id as site from key_sites join hazard_zones as zone
        on ST_DWithin(key_sites.geom::geography, zone.geom::geography, 150) and (zone.valid_to is null or zone.valid_to > today())
      where key_sites.kind in ('school', 'kindergarten', 'hospital', 'care_home', 'dangerous_goods', 'gas', 'utility', 'government')`)
    const { findings: found } = await findings()
    const known = new Set(
      found
        .filter(({ site, hazard_layer }: Json) => site.layer === 'key_sites' && hazard_layer !== 'geohazard_points')
        .map(({ site }: Json) => site.id),
    )
    expect([...known].sort()).toEqual(pairs.map(({ site }) => site).sort())
  })

  it('keeps what was written through further checks and new zones, and when nothing is found any more', async () => {
    const own = (await findings()).findings.find(
      ({ site, hazard_kind }: Json) => site.id === school && hazard_kind === 'fault_avoidance',
    )
    const emergency = await test.signIn([{ role: 'emergency', territory_code: COUNTY }])
    const write = (body: object, headers = {}) => test.send('POST', `/api/hazards/findings/${own.id}/results`, body, headers)
    expect(
      (await write({ result: '已停用教学楼', follow_up: '选址搬迁', due_on: '2027-06-30', state: 'open' }, emergency)).status,
    ).toBe(201)
    await check({ near_m: 150 })
    await replaceAll({ class: 'C', intensity: 8 })
    await check({ near_m: 150 })
    const again = (await findings()).findings.find(({ id }: Json) => id === own.id)
    expect(again).toMatchObject({
      edition: 'GB 50011-2010（2016年版）',
      result: { result: '已停用教学楼', due_on: '2027-06-30', state: 'open' },
    })
    expect((await write({ result: '已搬迁', state: 'done' })).status).toBe(201)
    const { results } = await test.json(`/api/hazards/findings/${own.id}/results`)
    expect(results.map(({ result }: Json) => result)).toEqual(['已搬迁', '已停用教学楼'])
    const ids = async (filter: string) => (await findings(filter)).findings.map(({ id }: Json) => id)
    expect(await ids('&state=done')).toEqual([own.id])
    expect(await ids('&state=open')).toEqual([])
    expect(await ids('&verdict=do_not_build&kind=school')).toContain(own.id)
    await test.database.query(sql`update key_sites set geom = ST_Translate(geom, 0, 0.045) where id = ${school}`)
    await check({ near_m: 150 })
    expect(await ids('')).not.toContain(own.id)
    expect((await findings('&past=true')).findings.find(({ id }: Json) => id === own.id)).toMatchObject({
      present: false,
      result: { result: '已搬迁' },
    })
  })

  it('no longer counts what it found of a site that has since become another kind or has closed', async () => {
    const spot = sql`(select ST_LineInterpolatePoint(ST_GeometryN(geom, 1), 0.4) from faults where id = ${fault.id})`
    const changing = await insertSite('改办仓库的学校', 'school', spot)
    const [shelter] = await test.database.query<{ id: number }>(sql`
      insert into shelters (code, name, class, status, geom) values ('S-CLOSING', '将停用场所', 'urgent', 'available', ${spot}) returning id`)
    const setKind = (kind: string) => test.database.query(sql`update key_sites set kind = ${kind} where id = ${changing}`)
    const setStatus = (status: string) =>
      test.database.query(sql`update shelters set status = ${status} where id = ${shelter!.id}`)
    const isOne = ({ site }: Json) =>
      (site.layer === 'key_sites' && site.id === changing) || (site.layer === 'shelters' && site.id === shelter!.id)
    const present = async () => [...new Set((await findings()).findings.filter(isOne).map(({ site }: Json) => site.kind))].sort()
    await check({ near_m: 150 })
    expect(await present()).toEqual(['school', 'shelter'])

    await setKind('kindergarten')
    await setStatus('in_use')
    expect(await present()).toEqual(['kindergarten', 'shelter'])
    await setKind('other')
    await setStatus('closed')
    expect(await present()).toEqual([])
    const past = (await findings('&past=true')).findings.filter(isOne)
    expect(past.length).toBeGreaterThan(0)
    expect(past.every(({ present }: Json) => present === false)).toBe(true)

    // A check has been made since, without them: what was found before does not come back with them.
    await check({ near_m: 150, kinds: ['hospital'] })
    await setKind('school')
    await setStatus('available')
    expect(await present()).toEqual([])
    await check({ near_m: 150 })
    expect(await present()).toEqual(['school', 'shelter'])
    await check({ near_m: 150, kinds: ['school'] })
    await setKind('kindergarten')
    expect(await present()).toEqual(['shelter'])
    await test.database.query(sql`delete from key_sites where id = ${changing}`)
    await test.database.query(sql`delete from shelters where id = ${shelter!.id}`)
  })

  it('leaves as table in which nothing is a formula', async () => {
    const response = await test.get(`/api/hazards/findings/export?territory=${COUNTY}&past=true&format=csv`)
    const text = await response.text()
    const { matched } = await findings('&past=true')
    expect(text.trim().split('\r\n')).toHaveLength(matched + 1)
    expect(text).toContain("'=断层上小学")
    expect(text).toContain('已搬迁')
    expect(text).toContain('不得建设')
    const workbook = await test.get(`/api/hazards/findings/export?territory=${COUNTY}`)
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
  })

  it('is refused to those who may not, and for what is unknown', async () => {
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    const town = await test.signIn([{ role: 'emergency', territory_code: TOWN }])
    expect((await check({}, viewer)).status).toBe(403)
    expect(await problemOf(await check({}, town))).toMatchObject({ code: 'outside_territory' })
    expect((await check({ territory: TOWN }, town)).status).toBe(201)
    expect(await problemOf(await check({ near_m: 5000 }))).toMatchObject({ code: 'body_invalid' })
    expect(await problemOf(await check({ kinds: ['castle'] }))).toMatchObject({ code: 'body_invalid' })
    expect(await problemOf(await check({ territory: '999999' }))).toMatchObject({ status: 404 })
    for (const [name, value] of [
      ['relation', 'around'],
      ['verdict', 'bad'],
      ['state', 'new'],
      ['kind', 'castle'],
      ['past', 'yes'],
    ])
      expect(await problemOf(await test.get(`/api/hazards/findings?territory=${COUNTY}&${name}=${value}`))).toMatchObject({
        code: 'hazard_question_invalid',
        field: name,
      })
    expect(await problemOf(await test.get('/api/hazards/findings/999999/results'))).toMatchObject({
      code: 'site_finding_not_found',
    })
    const own = (await findings('&past=true')).findings[0]
    for (const body of [
      { result: '' },
      { result: 'x', due_on: '2027-02-30' },
      { result: 'x', state: 'maybe' },
      { result: 'x', more: 1 },
    ])
      expect(await problemOf(await test.send('POST', `/api/hazards/findings/${own.id}/results`, body))).toMatchObject({
        code: 'body_invalid',
      })
  })
})

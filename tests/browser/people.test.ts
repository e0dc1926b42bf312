// People in the console: found, looked at, and everything that one is responsible for handed over to another.
import { expect, test } from 'vitest'
import { addressOf, consolePages, nothing } from './console_page.ts'

const console = consolePages()

interface Person {
  id: number
  name: string
  code: string
  assignment_count: number
  left_on: string | null
}

async function ask<Answer>(path: string): Promise<Answer> {
  const { url, administrator } = console.server()
  return (await (await fetch(url + path, { headers: administrator.headers })).json()) as Answer
}

const present = async () => (await ask<{ people: Person[] }>('/api/people?left=false&limit=1000')).people

test('somebody is found by name, and all that he is responsible for is handed over after a rehearsal', async () => {
  const people = await present()
  const leaver = people.find(({ assignment_count }) => assignment_count >= 3 && assignment_count <= 30)!
  const successor = people.find(({ id, assignment_count }) => id !== leaver.id && assignment_count === 0)!
  const page = await console.open('/?work=responsibility&side=people')
  await page.getByRole('searchbox', { name: /姓名/ }).fill(leaver.code)
  const row = page.getByRole('button', { name: leaver.name })
  await row.click()
  await page.getByRole('heading', { name: leaver.name }).waitFor()
  // The address lags a moment behind.
  await expect.poll(() => addressOf(page).get('person')).toBe(String(leaver.id))

  await page.getByRole('button', { name: '离任移交' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '接手人' }).fill(successor.code)
  // What was offered before the code was typed stays until the answer comes.
  await dialog.getByRole('option').filter({ hasText: successor.name }).first().click()
  await dialog.getByRole('button', { name: '试算' }).click()
  await dialog.getByText('试算结果，尚未办理').waitFor()
  expect((await ask<Person>(`/api/people/${leaver.id}`)).assignment_count).toBe(leaver.assignment_count)

  await dialog.getByRole('button', { name: '确认移交' }).click()
  await dialog.getByText(`已移交 ${leaver.assignment_count} 项`).waitFor()
  await dialog.getByRole('button', { name: `看${successor.name}的卡片` }).click()
  await page.getByRole('heading', { name: successor.name }).waitFor()
  expect((await ask<Person>(`/api/people/${successor.id}`)).assignment_count).toBe(leaver.assignment_count)
  expect(await ask<Person>(`/api/people/${leaver.id}`)).toMatchObject({ assignment_count: 0, left_on: expect.any(String) })
  expect(console.troubles()).toEqual([nothing])
})

test('the second of two editors sees what the first has stored, and decides', async () => {
  const { url, administrator } = console.server()
  const person = (await present()).find(({ assignment_count }) => assignment_count > 0)!
  const page = await console.open(`/?work=responsibility&side=people&person=${person.id}`)
  await page.getByRole('heading', { name: person.name }).waitFor()
  await page.getByRole('button', { name: '修改', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('办公电话').fill('0399-1111111')
  const { version } = await ask<{ version: number }>(`/api/people/${person.id}`)
  await fetch(`${url}/api/people/${person.id}`, {
    method: 'PATCH',
    headers: { ...administrator.headers, 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify({ telephone: '0399-2222222' }),
  })
  await dialog.getByRole('button', { name: '保存' }).click()
  const conflict = dialog.getByRole('alert')
  await conflict.waitFor()
  expect(await conflict.textContent()).toMatch(/0399-2222222.*0399-1111111/)
  await conflict.getByRole('button', { name: '以我的为准' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await ask<object>(`/api/people/${person.id}`)).toMatchObject({ telephone: '0399-1111111' })
})

test('a list with a wrong row is refused with the row and the reason; a right one is stored', async () => {
  const [organisation] = (await ask<{ organisations: { name: string }[] }>('/api/organisations?limit=1')).organisations
  const page = await console.open('/?work=responsibility&side=people')
  const choose = async (lines: readonly string[]) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['姓名,单位', ...lines].join('\r\n')),
    })
  }
  await page.getByRole('button', { name: '名单导入导出' }).click()
  await page.getByRole('menuitem', { name: '导入人员…' }).click()
  await choose([`新来的人,${organisation!.name}`, '谁也不是,没有这个单位'])
  const dialog = page.getByRole('dialog')
  await dialog.getByText('没有单位“没有这个单位”').waitFor()
  expect(await dialog.getByRole('button', { name: /^导入/ }).isDisabled()).toBe(true)
  await choose([`新来的人,${organisation!.name}`])
  await dialog.getByRole('button', { name: '导入 1 项变动' }).click()
  await dialog.getByText('已导入。').waitFor()
  const { people } = await ask<{ people: Person[] }>(`/api/people?q=${encodeURIComponent('新来的人')}`)
  expect(people).toHaveLength(1)
  expect(console.troubles()).toEqual([nothing])
})

test('who may only look is offered no change', async () => {
  const { url, administrator } = console.server()
  const { makeAccount, signIn } = await import('../helpers/session.ts')
  const account = await makeAccount(url, administrator, { name: 'looker', roles: [{ role: 'viewer', territory_code: '' }] })
  const [person] = await present()
  const page = await console.open(`/?work=responsibility&side=people&person=${person!.id}`, {
    as: await signIn(url, 'looker', account.one_time_password),
  })
  await page.getByRole('heading', { name: person!.name }).waitFor()
  expect(await page.getByRole('button', { name: /修改|离任移交|任职/ }).count()).toBe(0)
  expect(console.troubles()).toEqual([nothing])
})

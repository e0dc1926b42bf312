// Not the console but the browser that the console's tests rely on.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openPage } from '../helpers/browser.ts'

const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><link rel="icon" href="data:,"><canvas id="map"></canvas>`

let browser: Browser
let server: Server
let url: string

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server.close()
})

test('WebGL 2 draws what it is told', async () => {
  const { page, troubles, close } = await openPage(browser, { url })
  await page.goto('/')
  const pixel = await page.evaluate(`(() => {
    const gl = document.querySelector('#map').getContext('webgl2')
    gl.clearColor(1, 0, 0, 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    const pixel = new Uint8Array(4)
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    return [...pixel]
  })()`)
  expect(pixel).toEqual([255, 0, 0, 255])
  expect(troubles).toEqual({ errors: [], failedRequests: [], outsideRequests: [] })
  await close()
})

test('different Chinese characters look different, so there is a font that has them', async () => {
  const { page, close } = await openPage(browser, { url, locale: 'zh-CN' })
  await page.goto('/')
  const drawings = (await page.evaluate(`['疆', '理', '镇'].map((character) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 40
    const context = canvas.getContext('2d')
    context.font = '32px sans-serif'
    context.fillText(character, 4, 34)
    return canvas.toDataURL()
  })`)) as string[]
  expect(new Set(drawings).size).toBe(3)
  await close()
})

test('the page has the language, size and motion asked for', async () => {
  const { page, close } = await openPage(browser, { url, locale: 'en-GB', viewport: { width: 360, height: 640 } })
  await page.goto('/')
  const seen = await page.evaluate(`[navigator.language, innerWidth, matchMedia('(prefers-reduced-motion: reduce)').matches]`)
  expect(seen).toEqual(['en-GB', 360, true])
  await close()
})

test('errors, failed requests and requests to other hosts are collected', async () => {
  const { page, troubles, close } = await openPage(browser, { url })
  await page.goto('/')
  await page.evaluate(`(async () => {
    console.error('said')
    setTimeout(() => { throw new Error('thrown') })
    await fetch('/missing')
    await fetch('http://127.0.0.1:9/outside').catch(() => {})
  })()`)
  await expect.poll(() => troubles.errors.join()).toMatch(/said.*thrown/)
  expect(troubles.failedRequests).toContain(`404 ${url}/missing`)
  expect(troubles.failedRequests.some((text) => text.endsWith('http://127.0.0.1:9/outside'))).toBe(true)
  expect(troubles.outsideRequests).toEqual(['http://127.0.0.1:9/outside'])
  await close()
})

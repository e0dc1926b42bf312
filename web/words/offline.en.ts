import type { offlineZh } from './offline.zh-CN.ts'
import type { Shape } from './shape.ts'

export const offlineEn: Shape<typeof offlineZh> = {
  title: 'Offline pack',
  about:
    'Takes the map, the facilities, the roads and the people responsible in a town or community along on this device, so that looking things up and finding water and shelters goes on without a network.',
  area: 'Area',
  areaHint: 'Name or code of a town or community',
  areaMissing: 'Choose a town or a community.',
  make: 'Make the pack',
  making: 'Making it…',
  made: 'The pack of {{name}} is ready: {{size}}.',
  fetch: 'Download ({{size}})',
  fetching: 'Downloading: {{done}} of {{size}}',
  keeping: 'Keeping it on this device…',
  cancel: 'Cancel',
  kept: 'On this device',
  none: 'There is no pack on this device yet.',
  keptAbout: 'As of {{made}}, valid until {{expires}}',
  drop: 'Delete',
  replace: 'A new pack takes the place of this one.',
  unsupported:
    'Packs can’t be used in this browser or at this address: open the console by https, in a browser that can work offline.',
  faults: {
    pack_damaged: 'The pack arrived damaged and was not kept. Download it again.',
    pack_incomplete: 'The pack did not arrive whole and was not kept; the one before is untouched. Download it again.',
    pack_other_format: 'The pack does not fit this version of the console. Reload the page and make it again.',
    pack_no_room: 'There is not enough room on this device. Free some, or choose a smaller area.',
    failed: 'Not finished: {{reason}}',
  },
  band: {
    usable: 'No network: working from the pack of {{name}}, as of {{made}}',
    expired:
      'No network: the pack of {{name}} expired on {{expires}}. Map and facilities may have changed, people are no longer shown. Download it again when there is a network.',
    clock_wrong: 'No network: working from the pack of {{name}}. This device’s clock is wrong (before {{made}}): set it right.',
  },
}

import { INCIDENT_RANGES, INCIDENT_STANDARDS } from '../emergency/routes.ts'
import { query } from './components.ts'
import { body, created, del, get, json, OBJECT, parameter, post } from './operations.ts'

const id = { parameters: [parameter('id')] }
const whole = (name: keyof typeof INCIDENT_RANGES, standard?: number) =>
  query(name, { type: 'integer', ...INCIDENT_RANGES[name], ...(standard === undefined ? {} : { default: standard }) })

export const emergencyPaths = () => ({
  '/api/emergency/incident': get('askIncident', json(OBJECT), {
    parameters: [
      query('lon', { type: 'number', minimum: -180, maximum: 180, examples: ['113.27'] }, { required: true }),
      query('lat', { type: 'number', minimum: -90, maximum: 90, examples: ['35.21'] }, { required: true }),
      whole('people'),
      whole('radius_m', INCIDENT_STANDARDS.radius_m),
      whole('water', INCIDENT_STANDARDS.water),
    ],
  }),
  '/api/emergency/marks': {
    ...get('getFieldMarks', json(OBJECT)),
    ...post('markInField', created(OBJECT), {
      requestBody: body({
        client_id: 'string',
        layer: 'string',
        object_id: 'integer',
        mark: 'string',
        note: 'string',
        noted_at: 'string',
      }),
    }),
  },
  '/api/emergency/marks/{id}/undo': post('undoFieldMark', json(OBJECT), { ...id, requestBody: body({}) }),
  '/api/emergency/closures': {
    ...get('getRoadClosures', json(OBJECT)),
    ...post('closeRoad', created(OBJECT), { requestBody: body({ client_id: 'string', geometry: 'object', reason: 'string' }) }),
  },
  '/api/emergency/closures/{id}': del('endRoadClosure', id),
})

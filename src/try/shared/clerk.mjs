// Somebody of the demonstration city at a page, without a browser: a session, its forms and what they answer.
export async function signedIn(base, login) {
  const jar = new Map();
  const send = async (path, options = {}) => {
    const response = await fetch(base + path, {redirect: 'manual', ...options,
      headers: {accept: 'text/html', cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '), ...options.headers}});
    for (const set of response.headers.getSetCookie()) jar.set(...set.split(';')[0].split(/=(.*)/s).slice(0, 2));
    return response;
  };
  const token = (page) => /name="_csrf"[^>]*value="([^"]+)"/.exec(page)[1];
  const before = token(await (await send('/sign-in?lang=zh')).text());
  await send('/sign-in', {method: 'POST', body: new URLSearchParams({username: login, password: 'shouwen-demo', _csrf: before})});
  const csrf = token(await (await send('/password')).text());
  return {
    page: async (path) => (await send(path)).text(),
    /** A form with files, as a page sends it. */
    form: (path, fields, files = {}) => {
      const body = new FormData();
      for (const [k, v] of Object.entries({...fields, _csrf: csrf})) body.set(k, v);
      for (const [k, {name, bytes}] of Object.entries(files)) body.set(k, new Blob([bytes]), name);
      return send(path, {method: 'POST', body});
    },
  };
}

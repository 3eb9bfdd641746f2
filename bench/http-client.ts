/** Child of bench/http.ts: asks one address again and again and prints the requests it finished in a second. */
const [url = '', cookie = '', requests = '300', callers = '4'] = process.argv.slice(2);

let left = Number(requests);
const caller = async (): Promise<void> => {
  while (left > 0) {
    left -= 1;
    const response = await fetch(url, { headers: { cookie } });
    const { byteLength } = await response.arrayBuffer();
    if (!response.ok || byteLength === 0) throw new TypeError(`${url} answered ${response.status}`);
  }
};

const began = performance.now();
await Promise.all(Array.from({ length: Number(callers) }, caller));
process.stdout.write(String((Number(requests) / (performance.now() - began)) * 1000));

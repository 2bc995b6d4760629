// Questions to the console: answered, refused with a reason, or not answered in time.
const PATIENCE = 20000;

/**
 * The JSON at a path. What is thrown says in a sentence what is wrong, with `status` where the console said it.
 * @param abort ends the question early
 * @param options more of what fetch takes
 * @param answers whether a response and its JSON are an answer to show
 */
export async function ask(path, abort = new AbortController(), options = {}, answers = (response) => response.ok) {
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  const headers = { Accept: "application/json", ...options.headers };
  try {
    const response = await fetch(path, { ...options, headers, cache: "no-store", signal: abort.signal });
    const body = await response.json();
    if (answers(response, body)) return body;
    throw Object.assign(new Error(body.detail || body.title || `answer ${response.status}`), { status: response.status });
  } catch (problem) {
    if (problem.status) throw problem;
    throw new Error("the console does not answer");
  } finally {
    clearTimeout(timer);
  }
}

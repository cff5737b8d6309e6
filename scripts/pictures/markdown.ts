import rehypeGithubAlert from 'rehype-github-alert';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import remarkGithub from 'remark-github';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** As GitHub does it: the Markdown of comments, whose line ends break, then what is dangerous left out, then what GitHub adds itself. */
const GITHUB = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkBreaks)
  .use(remarkGithub, { repository: 'acme/shop' })
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeGithubAlert)
  .use(rehypeStringify);

/** The HTML that GitHub makes of Markdown, without what it does not let pass: comments, scripts, styles, classes. */
export async function htmlOf(markdown: string): Promise<string> {
  return String(await GITHUB.process(markdown));
}

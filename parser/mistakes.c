// Mistakes: what to say about a token that no rule of the grammar goes on with.
#include "parser/build.h"

void mistake_explain(Parser *p, const Token *token)
{
    if (parser_failed(p))
        return;
    parser_error(p, token->span, "invalid syntax");
}

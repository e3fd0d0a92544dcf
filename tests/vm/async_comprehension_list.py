# A list that an async comprehension cannot iterate is named as the list that it is.
async def direct():
    return [x async for x in [1]]

async def second():
    return [x for y in [1] async for x in {1}]

async def generator():
    return (x async for x in [2])

async def statement():
    async for x in [1]:
        pass

for function in direct, second, generator, statement:
    try:
        function().send(None)
    except TypeError as e:
        print(e)

__all__=["star1","star2"]
star1=1; star2=2; star3=3
